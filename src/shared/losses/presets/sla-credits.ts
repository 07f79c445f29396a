import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** Shares of the bill by uptime: the last step whose `below` is above the uptime applies; at `below` itself none does. */
export interface SlaCredit {
  steps: { below: number; credit: number }[]
  /** Not paid out at or under this amount, in USD. */
  leastPaid?: number
}

/** Takes a provider's table and an uptime (0 to 1), gives the credit as a share of the bill. */
export function creditShare(table: SlaCredit, up: number): number {
  let credit = 0
  // the bounds are exact at 99.99 %, which 1 − downtime misses by a float error
  for (const step of table.steps) if (up < step.below - 1e-12) credit = step.credit
  return credit
}

export const slaCredits: Record<string, PresetTable<SlaCredit>> = {
  'aws-ec2': {
    id: 'aws-ec2',
    title: m.preset_sla_aws_ec2,
    rows: [
      checked('2022-05-05', {
        source: 'AWS Compute SLA, region level, version of 5 May 2022',
        url: 'https://aws.amazon.com/compute/sla/historical',
        values: {
          steps: [
            { below: 0.9999, credit: 0.1 },
            { below: 0.99, credit: 0.3 },
            { below: 0.95, credit: 1 }
          ]
        }
      })
    ]
  },
  'aws-999': {
    id: 'aws-999',
    title: m.preset_sla_aws_999,
    rows: [
      checked('2022-05-05', {
        source: 'AWS service level agreements of the 99.9 % class, such as Compute Optimizer (first day not known)',
        url: 'https://aws.amazon.com/legal/service-level-agreements',
        values: {
          steps: [
            { below: 0.999, credit: 0.1 },
            { below: 0.99, credit: 0.25 },
            { below: 0.95, credit: 1 }
          ],
          leastPaid: 1
        }
      })
    ]
  },
  'azure-vm-zones': {
    id: 'azure-vm-zones',
    title: m.preset_sla_azure_vm,
    rows: [
      recalled('2024-01-01', {
        source:
          'Azure virtual machines across zones (dev-toolbox.tech, one source that is not the provider; first day not known). To be claimed within two months (nextsignal.io)',
        values: {
          steps: [
            { below: 0.9999, credit: 0.1 },
            { below: 0.99, credit: 0.25 },
            { below: 0.95, credit: 1 }
          ]
        }
      })
    ]
  },
  'google-cloud-run': {
    id: 'google-cloud-run',
    title: m.preset_sla_google_run,
    rows: [
      recalled('2024-01-01', {
        source:
          'Google Cloud Run SLA: 99.95 % confirmed; steps 10/25 and 50 or 100 recalled, the lower taken (first day not known)',
        url: 'https://cloud.google.com/run/sla',
        values: {
          steps: [
            { below: 0.9995, credit: 0.1 },
            { below: 0.99, credit: 0.25 },
            { below: 0.95, credit: 0.5 }
          ]
        }
      })
    ]
  }
}
