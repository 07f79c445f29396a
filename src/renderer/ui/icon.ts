import type { Component } from 'svelte'

/** A line icon of @lucide/svelte, imported by its own file: `import Plus from '@lucide/svelte/icons/plus'`. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string; 'aria-hidden'?: 'true' }>
