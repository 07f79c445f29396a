/** The languages of screens and briefs. */
export const languages = ['en', 'el', 'es', 'et', 'fil'] as const
export type Language = (typeof languages)[number]
