import { m } from '../../messages/messages.js'
import type { Message } from '../model/calculator'
import { recalled, type PresetTable } from './preset'

/** Published bands of awards for distress and inconvenience, GBP. A reference beside a loss, never a part of it. */
export interface Bands {
  bands: { id: string; title: Message; low: number; high: number }[]
}

export const inconvenienceBands: PresetTable<Bands> = {
  id: 'inconvenience-uk',
  title: m.preset_inconvenience_uk,
  currency: 'GBP',
  rows: [
    recalled('2021-10-15', {
      source:
        'UK Financial Ombudsman Service: up to 100 and 1,500 to 5,000 as reported by covermagazine.co.uk, those between recalled',
      url: 'https://www.financial-ombudsman.org.uk/businesses/resolving-complaint/understanding-compensation/compensation-for-distress-or-inconvenience',
      values: {
        bands: [
          { id: 'small', title: m.preset_band_small, low: 0, high: 100 },
          { id: 'moderate', title: m.preset_band_moderate, low: 100, high: 300 },
          { id: 'considerable', title: m.preset_band_considerable, low: 300, high: 750 },
          { id: 'substantial', title: m.preset_band_substantial, low: 750, high: 1500 },
          { id: 'severe', title: m.preset_band_severe, low: 1500, high: 5000 }
        ]
      }
    })
  ]
}
