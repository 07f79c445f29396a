import type { ColumnSource, Mapping } from '../../shared/contract/imports'

const column = (field: string, header: string, dates: ColumnSource['dates'] = null): ColumnSource => ({
  field,
  header,
  column: null,
  occurrence: 0,
  fixed: null,
  dates,
  numbers: null
})

/** The first instant a built-in mapping could have been made; it is in no workspace and cannot be changed. */
const shipped = '2026-01-01T00:00:00Z'

/** Mappings that come with Redress. */
export const builtInMappings: readonly Mapping[] = [
  {
    id: '01980000-0000-7000-8000-000000000311',
    createdAt: shipped,
    updatedAt: shipped,
    trashedAt: null,
    name: 'boston311',
    target: 'promises',
    source: 'data.boston.gov/311',
    delimiter: ',',
    encoding: null,
    headerRow: null,
    zone: 'America/New_York',
    currency: 'USD',
    customerName: 'City of Boston',
    columns: [
      column('externalId', 'case_enquiry_id'),
      column('words', 'case_title'),
      column('words', 'location_street_name'),
      column('maker', 'subject'),
      column('madeAt', 'open_dt', 'iso'),
      column('dueAt', 'target_dt', 'iso'),
      column('closedAt', 'closed_dt', 'iso'),
      column('closingNote', 'closure_reason')
    ]
  }
]
