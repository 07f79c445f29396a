import type { ImportField } from '../contract/imports'

/** Does a field take a date, of whatever precision? */
export const isDated = ({ kind }: Pick<ImportField, 'kind'>): boolean =>
  kind === 'instant' || kind === 'moment' || kind === 'daytime' || kind === 'day'
