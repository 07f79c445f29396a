import { briefModel } from '../../shared/brief/model'
import type { HandlersOf } from '../handlers'

export const briefHandlers: HandlersOf<'brief'> = {
  'brief.model': (room, asked) => briefModel(room, asked)
}
