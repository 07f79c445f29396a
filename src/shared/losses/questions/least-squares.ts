/**
 * Takes a symmetric matrix of a few rows, gives its inverse by Gauss and Jordan with pivots. One that cannot be inverted
 * would be a fault of ours: months of all methods differ.
 */
export function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))])
  for (let k = 0; k < size; k++) {
    const best = rows.slice(k).reduce((at, row, i) => (Math.abs(row[k]!) > Math.abs(rows[at]![k]!) ? k + i : at), k)
    ;[rows[k], rows[best]] = [rows[best]!, rows[k]!]
    const pivot = rows[k]![k]!
    if (Math.abs(pivot) < 1e-12) throw new Error('singular')
    rows[k] = rows[k]!.map((value) => value / pivot)
    rows.forEach((row, i) => {
      if (i !== k) rows[i] = row.map((value, j) => value - row[k]! * rows[k]![j]!)
    })
  }
  return rows.map((row) => row.slice(size))
}
