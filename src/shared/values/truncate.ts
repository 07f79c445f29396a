/** Takes a text and how many characters it may have, gives it whole or cut to as many, "…" among them. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}
