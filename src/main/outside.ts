/** Endings of the files whose records can be imported. */
export const outside: ReadonlySet<string> = new Set(
  'csv tsv txt xlsx xlsm xls ods json ndjson jsonl zip eml mbox msg ics'.split(' ')
)
