/**
 * The dates of an order may be instants. Nothing stored changes; the new number keeps a Redress that reads days alone from
 * opening such a file.
 */
export const orderHours = 'SELECT 1'
