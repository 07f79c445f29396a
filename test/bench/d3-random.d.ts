declare module 'd3-random' {
  export function randomLcg(seed?: number): () => number
  export const randomBeta: { source(random: () => number): (alpha: number, beta: number) => () => number }
}
