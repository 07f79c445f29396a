// What shops and payment services export.
import { csv, full, type Cell, type DayOneExport } from './export'

const shopifyHeaders =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Company,Billing City,Billing Zip,Billing Country,Billing Phone,Shipping Name,Shipping Company,Shipping Zip,Shipping Country,Notes,Note Attributes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Risk Level,Source'.split(
    ','
  )
const shopifyOrder = (name: string, at: string, items: [string, number][], more: Record<string, Cell> = {}): Cell[][] =>
  full(
    shopifyHeaders,
    items.map(([item, quantity], line) => ({
      Name: name,
      Email: 'mira@quay.example',
      'Created at': at,
      'Lineitem quantity': quantity,
      'Lineitem name': item,
      'Lineitem price': '95.00',
      // what is of the order stands on its first line
      ...(line === 0
        ? {
            'Financial Status': 'paid',
            'Paid at': at,
            Currency: 'EUR',
            Total: '386.40',
            'Billing Name': 'Mira Kanto',
            'Billing Company': 'Quay Dairy',
            'Billing Zip': "'01067",
            Id: `55${name.slice(1)}`,
            ...more
          }
        : {})
    }))
  )
const shopify: DayOneExport = {
  name: 'Shopify, orders in lines (CSV)',
  target: 'orders',
  june: {
    'orders_export_1.csv': csv(shopifyHeaders, [
      ...shopifyOrder('#2041', '2026-06-01 10:14:00 +0200', [
        ['Seal kit', 2],
        ['Pump head', 1]
      ]),
      ...shopifyOrder('#2042', '2026-06-02 10:14:00 +0200', [['Gasket', 5]], {
        'Billing Company': '',
        'Billing Name': 'Jon Tarr',
        Email: 'jon@tarr.example',
        'Cancelled at': '2026-06-03 10:14:00 +0200'
      })
    ])
  },
  july: {
    'orders_export_1 (1).csv': csv(shopifyHeaders, [
      ...shopifyOrder(
        '#2041',
        '2026-06-01 10:14:00 +0200',
        [
          ['Seal kit', 2],
          ['Pump head', 1]
        ],
        { 'Fulfillment Status': 'fulfilled', 'Fulfilled at': '2026-07-01 09:00:00 +0200' }
      ),
      ...shopifyOrder('#2050', '2026-07-02 10:14:00 +0200', [['Door', 1]])
    ])
  },
  records: 3,
  more: 1,
  customers: ['Jon Tarr', 'Quay Dairy']
}

const wooHeaders = [
  'order_id',
  'order_number',
  'order_date',
  'paid_date',
  'status',
  'shipping_total',
  'order_total',
  'order_subtotal',
  'order_currency',
  'payment_method',
  'customer_ip_address',
  'customer_id',
  'customer_email',
  'billing_first_name',
  'billing_last_name',
  'billing_company',
  'billing_email',
  'shipping_company',
  'customer_note',
  'item_name',
  'item_quantity'
]
const wooRow = (id: number, at: string, status: string, item: string, firm = 'Quay Dairy'): Cell[] =>
  full(wooHeaders, [
    {
      order_id: id,
      order_number: id,
      order_date: at,
      status,
      order_total: '120.00',
      order_currency: 'EUR',
      customer_ip_address: '192.0.2.7',
      customer_email: 'mira@quay.example',
      billing_first_name: 'Mira',
      billing_last_name: 'Kanto',
      billing_company: firm,
      billing_email: 'mira@quay.example',
      item_name: item,
      item_quantity: 2
    }
  ])[0]!
const woo: DayOneExport = {
  name: 'WooCommerce, orders (CSV, American dates)',
  target: 'orders',
  june: {
    'orders-2026-06-30.csv': csv(wooHeaders, [
      wooRow(501, '06/14/2026 8:12:00', 'processing', 'Seal kit'),
      wooRow(502, '06/02/2026 9:00:00', 'completed', 'Pump head', 'Harrow Mills')
    ])
  },
  july: {
    'orders-2026-07-31.csv': csv(wooHeaders, [
      wooRow(501, '06/14/2026 8:12:00', 'completed', 'Seal kit'),
      wooRow(503, '07/21/2026 9:00:00', 'pending', 'Gasket')
    ])
  },
  records: 2,
  more: 1,
  customers: ['Harrow Mills', 'Quay Dairy']
}

const amazonHeaders = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'payments-date',
  'reporting-date',
  'promise-date',
  'days-past-promise',
  'buyer-email',
  'buyer-name',
  'buyer-phone-number',
  'sku',
  'product-name',
  'quantity-purchased',
  'quantity-shipped',
  'quantity-to-ship',
  'ship-service-level',
  'recipient-name',
  'ship-country'
]
const amazonRow = (id: string, item: string, name: string, product: string, at: string, more: Record<string, Cell> = {}): Cell[] =>
  full(amazonHeaders, [
    {
      'order-id': id,
      'order-item-id': item,
      'purchase-date': at,
      'promise-date': at.replace('15T', '25T').replace('14T', '24T'),
      'buyer-email': `${name.slice(0, 3).toLowerCase()}@marketplace.amazon.example`,
      'buyer-name': name,
      sku: 'SK-1',
      'product-name': product,
      'quantity-purchased': 1,
      'recipient-name': name,
      'ship-country': 'DE',
      ...more
    }
  ])[0]!
const amazon: DayOneExport = {
  name: 'Amazon, unshipped orders (text with tabs)',
  target: 'orders',
  june: {
    '18733.txt': csv(
      amazonHeaders,
      [
        amazonRow('305-11', '1', 'Ida Berg', '6" seal kit', '2026-06-14T08:12:00+00:00'),
        amazonRow('305-12', '2', 'Tom Reed', 'Pump head', '2026-06-15T08:12:00+00:00')
      ],
      { delimiter: '\t' }
    ).replaceAll('"6"" seal kit"', '6" seal kit')
  },
  july: {
    '18801.txt': csv(
      amazonHeaders,
      [
        amazonRow('305-12', '2', 'Tom Reed', 'Pump head', '2026-06-15T08:12:00+00:00'),
        amazonRow('305-20', '3', 'Ida Berg', 'Gasket', '2026-07-15T08:12:00+00:00')
      ],
      { delimiter: '\t' }
    )
  },
  records: 2,
  more: 1,
  customers: ['Ida Berg', 'Tom Reed']
}

const paypalHeaders = [
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
  'Invoice Number',
  'Quantity',
  'Balance'
]
const paypalRow = (day: string, name: string, gross: string, id: string): Cell[] =>
  full(paypalHeaders, [
    {
      Date: day,
      Time: '08:12:00',
      TimeZone: 'CEST',
      Name: name,
      Type: 'Express Checkout Payment',
      Status: 'Completed',
      Currency: 'EUR',
      Gross: gross,
      Fee: '-1,00',
      Net: gross,
      'From Email Address': `${name.slice(0, 3).toLowerCase()}@x.example`,
      'To Email Address': 'pay@ours.example',
      'Transaction ID': id,
      'Item Title': 'Seal kit',
      Quantity: 1,
      Balance: '1.200,00'
    }
  ])[0]!
const paypal: DayOneExport = {
  name: 'PayPal, activity (CSV, all days up to the twelfth)',
  target: 'orders',
  june: {
    'Download.CSV': csv(
      paypalHeaders,
      [paypalRow('05/06/2026', 'Mira Kanto', '95,00', '8AB1'), paypalRow('11/06/2026', 'Tom Reed', '1.195,00', '8AB2')],
      { mark: true, quoted: true }
    )
  },
  july: {
    'Download.CSV': csv(
      paypalHeaders,
      [paypalRow('11/06/2026', 'Tom Reed', '1.195,00', '8AB2'), paypalRow('05/07/2026', 'Mira Kanto', '10,00', '8AB3')],
      { mark: true, quoted: true }
    )
  },
  records: 2,
  more: 1,
  customers: ['Mira Kanto', 'Tom Reed'],
  asks: { question: 'the order of the dates', answer: { dates: 'dmy' } }
}

export const shops: DayOneExport[] = [shopify, woo, amazon, paypal]
