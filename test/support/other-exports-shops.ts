import { csv } from './day-one/export'
import type { OtherExport } from './other-exports'

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

/** Of shops and who takes their payments. */
export const shopExports: OtherExport[] = [
  {
    name: 'Shopify, several lines of one order',
    files: {
      'orders_export_1.csv': csv(
        [
          'Name',
          'Email',
          'Financial Status',
          'Paid at',
          'Fulfillment Status',
          'Fulfilled at',
          'Currency',
          'Total',
          'Created at',
          'Lineitem quantity',
          'Lineitem name',
          'Lineitem price',
          'Lineitem sku',
          'Lineitem fulfillment status',
          'Billing Name',
          'Billing Company',
          'Cancelled at',
          'Id'
        ],
        [
          [
            '#1001',
            'mira@quay.example',
            'paid',
            '2026-09-14 09:00:00 +0200',
            'partial',
            '',
            'EUR',
            '250.00',
            '2026-09-14 09:00:00 +0200',
            '2',
            'Pump seal',
            '25.00',
            'PS-1',
            'fulfilled',
            'Mira Kanto',
            'Quay Dairy',
            '',
            "'5551001"
          ],
          [
            '#1001',
            'mira@quay.example',
            '',
            '',
            '',
            '',
            '',
            '',
            '2026-09-14 09:00:00 +0200',
            '1',
            'Pump',
            '200.00',
            'P-9',
            'pending',
            '',
            '',
            '',
            ''
          ],
          [
            '#1002',
            'tom@harrow.example',
            'paid',
            '2026-09-15 09:00:00 +0200',
            'fulfilled',
            '2026-09-16 10:00:00 +0200',
            'EUR',
            '12.50',
            '2026-09-15 09:00:00 +0200',
            '1',
            'Valve',
            '12.50',
            'V-1',
            'fulfilled',
            'Tom Reed',
            'Harrow Mills',
            '',
            "'5551002"
          ]
        ]
      )
    },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'orderedOn', 'shippedOn', 'value'],
    rows: [
      ['Pump', '#1001', '2026-09-14T07:00:00Z', null, null],
      ['Pump seal', '#1001', '2026-09-14T07:00:00Z', null, 25000],
      ['Valve', '#1002', '2026-09-15T07:00:00Z', '2026-09-16T08:00:00Z', 1250]
    ]
  },
  {
    name: 'Amazon orders, tabs in UTF-16',
    files: {
      'orders.txt': utf16(
        csv(
          [
            'amazon-order-id',
            'merchant-order-id',
            'purchase-date',
            'last-updated-date',
            'order-status',
            'product-name',
            'sku',
            'item-status',
            'quantity',
            'currency',
            'item-price',
            'ship-city',
            'ship-country',
            'buyer-name',
            'promise-date'
          ],
          [
            [
              '302-1234567-1234567',
              '',
              '2026-09-14T08:12:00+00:00',
              '2026-09-15T08:12:00+00:00',
              'Shipped',
              'Dichtung 12" "Größe M"',
              'PS-1',
              'Shipped',
              '2',
              'EUR',
              '25.00',
              'Köln',
              'DE',
              'Jürgen Groß',
              '2026-09-18T21:59:59+00:00'
            ],
            [
              '302-7654321-7654321',
              '',
              '2026-09-15T08:12:00+00:00',
              '2026-09-15T09:12:00+00:00',
              'Cancelled',
              'Ventil',
              'V-1',
              'Cancelled',
              '1',
              'EUR',
              '12.50',
              'Wien',
              'AT',
              'Ana Solé',
              ''
            ]
          ],
          { delimiter: '\t', end: '\r\n' }
        ).replaceAll('"Dichtung 12"" ""Größe M"""', 'Dichtung 12" "Größe M"')
      )
    },
    target: 'orders',
    customers: ['Ana Solé', 'Jürgen Groß'],
    columns: ['title', 'promisedOn', 'value', 'standing'],
    rows: [
      ['Dichtung 12" "Größe M"', '2026-09-18T21:59:59Z', 2500, 'shipped'],
      ['Ventil', null, 1250, 'cancelled']
    ]
  },
  {
    name: 'PayPal, with its column of zones',
    files: {
      'Download.CSV': csv(
        [
          'Date',
          'Time',
          'TimeZone',
          'Name',
          'Type',
          'Status',
          'Currency',
          'Gross',
          'Fee',
          'Net',
          'From Email Address',
          'To Email Address',
          'Transaction ID',
          'Item Title',
          'Invoice Number'
        ],
        [
          [
            '14/09/2026',
            '08:12:00',
            'CEST',
            'Mira Kanto',
            'Express Checkout Payment',
            'Completed',
            'EUR',
            '1,250.00',
            '-30.00',
            '1,220.00',
            'mira@quay.example',
            'pay@ours.example',
            '9AB12345',
            'Pump',
            'INV-1'
          ],
          [
            '15/09/2026',
            '23:30:00',
            'CEST',
            'Tom Reed',
            'Express Checkout Payment',
            'Completed',
            'EUR',
            '12.50',
            '-0.60',
            '11.90',
            'tom@harrow.example',
            'pay@ours.example',
            '9AB12346',
            'Valve',
            'INV-2'
          ]
        ],
        { quoted: true, mark: true }
      )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['title', 'orderedOn', 'value', 'currency'],
    rows: [
      ['Pump', '2026-09-14T06:12:00Z', 125000, 'EUR'],
      ['Valve', '2026-09-15T21:30:00Z', 1250, 'EUR']
    ]
  }
]
