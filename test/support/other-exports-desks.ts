import { csv } from './day-one/export'
import type { OtherExport } from './other-exports'

/** Of help desks. */
export const deskExports: OtherExport[] = [
  {
    name: 'Zendesk, a view in German',
    files: {
      'ansicht.csv': csv(
        ['ID', 'Anfragender', 'E-Mail des Anfragenden', 'Organisation', 'Betreff', 'Status', 'Priorität', 'Kanal', 'Erstellt am'],
        [
          [
            '5101',
            'Mira Kanto',
            'mira@quay.example',
            'Quay Dairy',
            'Pumpe gerissen',
            'Offen',
            'Hoch',
            'E-Mail',
            '2026-09-14 08:12'
          ],
          [
            '5102',
            'Tom Reed',
            'tom@harrow.example',
            'Harrow Mills',
            'Wo bleibt die Rechnung?',
            'Gelöst',
            'Normal',
            'Webformular',
            '2026-09-15 17:40'
          ]
        ],
        { mark: true }
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'direction', 'channel'],
    rows: [
      ['Pumpe gerissen', '2026-09-14T05:12:00Z', 'in', 'mail'],
      ['Wo bleibt die Rechnung?', '2026-09-15T14:40:00Z', 'in', 'mail']
    ]
  },
  {
    name: 'Freshdesk in Spanish',
    files: {
      'tickets.csv': csv(
        [
          'ID del ticket',
          'Asunto',
          'Estado',
          'Prioridad',
          'Origen',
          'Hora de creación',
          'Hora de vencimiento',
          'Hora de resolución',
          'Nombre completo',
          'Correo electrónico',
          'Nombre de la empresa'
        ],
        [
          [
            '881',
            'La bomba gotea',
            'Abierto',
            'Alta',
            'Correo electrónico',
            '2026-09-14 08:12:00',
            '2026-09-16 08:12:00',
            '',
            'Ana Solé',
            'ana@llum.example',
            'Llum Taller'
          ],
          [
            '882',
            'Factura duplicada',
            'Cerrado',
            'Baja',
            'Teléfono',
            '2026-09-15 10:00:00',
            '',
            '2026-09-15 12:00:00',
            'Ana Solé',
            'ana@llum.example',
            'Llum Taller'
          ]
        ]
      )
    },
    target: 'interactions',
    customers: ['Llum Taller'],
    columns: ['subject', 'at', 'direction', 'channel'],
    rows: [
      ['Factura duplicada', '2026-09-15T07:00:00Z', 'in', 'call'],
      ['La bomba gotea', '2026-09-14T05:12:00Z', 'in', 'mail']
    ]
  },
  {
    name: 'Jira with columns of one name',
    files: {
      'jira.csv': csv(
        [
          'Summary',
          'Issue key',
          'Issue id',
          'Issue Type',
          'Status',
          'Reporter',
          'Created',
          'Labels',
          'Labels',
          'Comment',
          'Comment',
          'Custom field (Organizations)'
        ],
        [
          [
            'Pump cracked',
            'SUP-1',
            '10001',
            'Bug',
            'Open',
            'Mira Kanto',
            '14/Sep/26 8:12 AM',
            'pump',
            'damage',
            '15/Sep/26 9:00 AM;oona;We look; today',
            '',
            'Quay Dairy'
          ],
          ['No invoice', 'SUP-2', '10002', 'Task', 'Done', 'Tom Reed', '15/Sep/26 5:40 PM', '', '', '', '', 'Harrow Mills']
        ]
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z'],
      ['Pump cracked', '2026-09-14T05:12:00Z']
    ]
  },
  {
    name: 'HubSpot tickets, notes of many lines',
    files: {
      'hubspot-crm-exports.csv': csv(
        [
          'Ticket ID',
          'Ticket name',
          'Ticket status',
          'Create date',
          'Source',
          'Associated Company',
          'Associated Contact',
          'Ticket description'
        ],
        [
          [
            '7001',
            'Pump cracked',
            'New',
            '2026-09-14 08:12',
            'Email',
            'Quay Dairy',
            'Mira Kanto (mira@quay.example)',
            'Hello,\n\nit broke; again, "badly".\r\n- seal\n- flange\n'
          ],
          ['7002', 'Invoice', 'Closed', '2026-09-15 17:40', 'Phone', 'Harrow Mills', '', 'One line']
        ]
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'channel', 'notes'],
    rows: [
      ['Invoice', 'call', 'One line'],
      ['Pump cracked', 'mail', 'Hello,\n\nit broke; again, "badly".\r\n- seal\n- flange']
    ]
  }
]
