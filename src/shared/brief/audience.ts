/** Whom a brief is for. */
export const audiences = ['leadership', 'customer'] as const
export type Audience = (typeof audiences)[number]
