import type { Correction } from '../../shared/contract/imports'
import type { FileRow } from '../../shared/imports/row-source'

/** Takes cells as a person has corrected them, gives the function that puts them into the rows of a file as they pass. */
export function correctedBy(corrections: readonly Correction[]) {
  const byRow = new Map<number, Correction[]>()
  for (const correction of corrections) byRow.set(correction.row, [...(byRow.get(correction.row) ?? []), correction])

  return async function* (batches: AsyncIterable<FileRow[]>): AsyncGenerator<FileRow[]> {
    for await (const batch of batches) {
      if (byRow.size > 0) {
        for (const { row, cells } of batch) {
          for (const { column, text } of byRow.get(row) ?? []) {
            // a row that is too short gets the cells that it lacks
            while (cells.length <= column) cells.push('')
            cells[column] = text
          }
        }
      }
      yield batch
    }
  }
}
