type Theme = 'light' | 'dark'
const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')

function apply(): void {
  const theme: Theme = system.matches ? 'dark' : 'light'
  if (document.documentElement.dataset.theme === theme) return
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/**
 * Follows the system's light or dark. What a person chose in the settings is told to the system side (shell.theme),
 * which comes back here as the same preference, so there is one source.
 */
export function startTheme(): void {
  apply()
  system.addEventListener('change', apply)
}

/** Hears when light turns to dark or back; gives the function that stops it. */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
