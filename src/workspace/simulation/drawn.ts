import type { LineDraws } from '../../shared/losses/sampling/draws'
import { keptByBytes } from '../kept-by-bytes'

/**
 * The draws that were needed last, of every incident and case: while one line is edited, the others are not drawn again, nor
 * is a list of incidents that is looked at once more. Their keys hold all that they follow from. The thread that simulates
 * keeps its own, until it ends.
 */
export const drawnLines = keptByBytes<LineDraws>(128 << 20, ({ amounts }) => amounts.byteLength)
