/** Endings of the files whose records can be imported. */
export const outside: ReadonlySet<string> = new Set(
  'csv tsv txt xlsx xlsm xlsb xls ods json ndjson jsonl zip eml emlx mbox msg ics vcf'.split(' ')
)
