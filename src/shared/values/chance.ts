/**
 * Takes a share of draws and how a share is written, gives it as a chance: no number of draws makes anything certain, so
 * what was met in none or all of them is "< 1 %" or "> 99 %".
 */
export function chanceText(share: number, write: (share: number) => string): string {
  if (share < 0.01) return `< ${write(0.01)}`
  return share > 0.99 ? `> ${write(0.99)}` : write(Math.round(share * 100) / 100)
}
