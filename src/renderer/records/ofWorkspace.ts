import { onOpened } from '../api'

/** Takes what forgets what a module holds of a workspace; it is called when another one is opened. */
export function ofWorkspace(forget: () => void): void {
  onOpened((another) => {
    if (another) forget()
  })
}
