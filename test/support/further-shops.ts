import { utils, write } from '@e965/xlsx'
import type { OtherExport } from './other-exports'

const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

/** A board of monday.com: its name, then groups that each bear the header again and end with a sum. */
function boardOfMonday(): Buffer {
  const header = ['Name', 'Customer', 'Status', 'Due date', 'Order value']
  const rows = [
    ['Orders 2026'],
    [],
    ['This month'],
    header,
    ['Pump', 'Quay Dairy', 'Working on it', '2026-09-18', 1200],
    ['Seal', 'Harrow Mills', 'Done', '2026-09-19', 80],
    ['', '', '', '2026-09-18 to 2026-09-19', 1280],
    [],
    ['Next month'],
    header,
    ['Valve', 'Quay Dairy', 'Stuck', '2026-10-02', 12.5],
    ['', '', '', '2026-10-02', 12.5]
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'orders 2026')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

/** A list of SAP that was saved as text: lines around it, blanks to the width of each column, a minus behind. */
const sap = [
  '14.09.2026                             Offene Auftragspositionen                             1',
  '-------------------------------------------------------------------------------------------',
  '|Auftrag   |Pos.|Kunde         |Material       |Bestelldatum|Wunschtermin|       Wert|Währg|',
  '-------------------------------------------------------------------------------------------',
  '|0000123456|  10|Quay Dairy    |Pumpe 12"      |14.09.2026  |18.09.2026  |   1.200,50|EUR  |',
  '|0000123456|  20|Quay Dairy    |Dichtung       |14.09.2026  |18.09.2026  |      80,00|EUR  |',
  '|0000123457|  10|Harrow Mills  |Gutschrift     |15.09.2026  |            |      12,50-|EUR  |',
  '-------------------------------------------------------------------------------------------',
  ''
].join('\r\n')

/** Of shops, payments and what companies keep of their orders. */
export const furtherShops: OtherExport[] = [
  {
    name: 'Magento, the grid of orders',
    files: {
      'orders.csv': text(
        'ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Customer Name","Payment Method"',
        '000000017,"Main Website","Sep 14, 2026, 8:12:00 AM","Mira Kanto","Mira Kanto",€250.00,€250.00,Processing,mira@quay.example,"Mira Kanto",checkmo',
        '000000018,"Main Website","Sep 15, 2026, 5:40:00 PM","Tom Reed","Tom Reed",€12.50,€12.50,Canceled,tom@harrow.example,"Tom Reed",checkmo'
      )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['title', 'orderedOn', 'value', 'standing'],
    rows: [
      ['000000017', '2026-09-14T05:12:00Z', 25000, null],
      ['000000018', '2026-09-15T14:40:00Z', 1250, 'cancelled']
    ]
  },
  {
    name: 'PrestaShop, orders with signs of money',
    files: {
      'order_2026.csv': text(
        'ID;Reference;"New client";Delivery;Customer;Total;Payment;Status;Date',
        '17;XKBKNABJK;Yes;Netherlands;"M. Kanto";"1 250,00 €";"Bank wire";"Awaiting bank wire payment";"2026-09-14 08:12:00"',
        '18;OHSATSERP;No;"United Kingdom";"T. Reed";"12,50 €";Cheque;Shipped;"2026-09-15 17:40:00"'
      )
    },
    target: 'orders',
    customers: ['M. Kanto', 'T. Reed'],
    columns: ['orderNumber', 'orderedOn', 'value', 'standing'],
    rows: [
      ['OHSATSERP', '2026-09-15T14:40:00Z', 1250, 'shipped'],
      ['XKBKNABJK', '2026-09-14T05:12:00Z', 125000, null]
    ]
  },
  {
    name: 'BigCommerce, orders with date and time apart',
    files: {
      'orders-2026-09-16.csv': text(
        'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Time,Order Status,Subtotal (inc tax),Order Total (inc tax),Order Total (ex tax),Customer Message,Order Currency Code,Date Shipped,Product Details',
        '117,4,Mira Kanto,mira@quay.example,,14/09/2026,08:12:00,Awaiting Fulfillment,250.00,250.00,210.08,Ring first,EUR,,"Product ID: 7, Product Qty: 1, Product Name: Pump"',
        '118,5,Tom Reed,tom@harrow.example,,15/09/2026,17:40:00,Shipped,12.50,12.50,10.50,,EUR,16/09/2026,"Product ID: 8, Product Qty: 1, Product Name: Valve"'
      )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['orderNumber', 'orderedOn', 'shippedOn', 'value', 'standing'],
    rows: [
      ['117', '2026-09-14T05:12:00Z', null, 25000, null],
      ['118', '2026-09-15T14:40:00Z', '2026-09-16', 1250, 'shipped']
    ]
  },
  {
    name: 'Etsy, items that were sold',
    files: {
      'EtsySoldOrderItems2026-9.csv': text(
        'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship City,Ship Country,Order ID,Variations,SKU',
        '09/14/26,Hand-thrown bowl,mirak,1,25.00,,25.00,EUR,301,9901,09/14/26,09/16/26,Mira Kanto,Amsterdam,The Netherlands,2901,,B-1',
        '09/15/26,Mug,treed,2,12.50,,25.00,EUR,302,9902,09/15/26,,Tom Reed,Leeds,United Kingdom,2902,,M-1'
      )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['title', 'orderNumber', 'orderedOn', 'shippedOn', 'value'],
    rows: [
      ['Hand-thrown bowl', '2901', '2026-09-14', '2026-09-16', 2500],
      ['Mug', '2902', '2026-09-15', null, 2500]
    ]
  },
  {
    name: 'eBay, a report of orders',
    files: {
      'eBay-OrdersReport-Sep-16-2026.csv':
        '\ufeff' +
        text(
          '',
          '"Sales Record Number","Order Number","Buyer Username","Buyer Name","Buyer Email","Item Number","Item Title","Custom Label","Quantity","Sold For","Total Price","Sale Date","Paid On Date","Ship By Date","Minimum Estimated Delivery Date","Maximum Estimated Delivery Date","Shipped On Date"',
          '',
          '"101","07-11111-11111","mirak","Mira Kanto","mira@quay.example","1201","Pump","P-1","1","$250.00","$262.00","Sep-14-26","Sep-14-26","Sep-17-26","Sep-18-26","Sep-22-26","Sep-15-26"',
          '"102","07-22222-22222","treed","Tom Reed","tom@harrow.example","1202","Valve","V-1","2","$12.50","$29.00","Sep-15-26","Sep-15-26","Sep-18-26","Sep-19-26","Sep-23-26",""',
          '',
          '"2","record(s) downloaded,"," from ","Sep-14-26"," to ","Sep-15-26"',
          '"Seller ID : ours"'
        )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    currency: 'USD',
    columns: ['title', 'orderNumber', 'orderedOn', 'promisedOn', 'shippedOn'],
    rows: [
      ['Pump', '07-11111-11111', '2026-09-14', '2026-09-22', '2026-09-15'],
      ['Valve', '07-22222-22222', '2026-09-15', '2026-09-23', null]
    ],
    left: 4
  },
  {
    name: 'Stripe, payments in UTC',
    files: {
      'unified_payments.csv': text(
        'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Description,Fee,Refunded date (UTC),Status,Customer ID,Customer Description,Customer Email,Invoice ID',
        'ch_1,2026-09-14 05:12:00,"1,250.00",0.00,eur,true,Pump,30.00,,Paid,cus_1,Quay Dairy,mira@quay.example,in_1',
        'ch_2,2026-09-15 14:40:00,12.50,12.50,eur,true,Valve,0.60,2026-09-16 06:00:00,Refunded,cus_2,Harrow Mills,tom@harrow.example,in_2'
      )
    },
    target: 'orders',
    customers: ['harrow.example', 'quay.example'],
    columns: ['title', 'orderedOn', 'value', 'currency', 'standing'],
    rows: [
      ['Pump', '2026-09-14T05:12:00Z', 125000, 'EUR', null],
      ['Valve', '2026-09-15T14:40:00Z', 1250, 'EUR', 'cancelled']
    ]
  },
  {
    name: 'Odoo, orders whose further lines bear the line alone',
    files: {
      'sale.order.csv': text(
        '"Order Reference","Customer","Order Date","Delivery Date","Order Lines/Product","Order Lines/Quantity","Order Lines/Subtotal"',
        '"S00017","Quay Dairy","2026-09-14 08:12:00","2026-09-18 08:00:00","Pump","1.0","200.0"',
        '"","","","","Seal","2.0","50.0"',
        '"S00018","Harrow Mills","2026-09-15 17:40:00","2026-09-21 08:00:00","Valve","1.0","12.5"'
      )
    },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'orderedOn', 'promisedOn', 'quantity', 'value'],
    rows: [
      ['Pump', 'S00017', '2026-09-14T05:12:00Z', '2026-09-18T05:00:00Z', 1, 20000],
      ['Seal', 'S00017', '2026-09-14T05:12:00Z', '2026-09-18T05:00:00Z', 2, 5000],
      ['Valve', 'S00018', '2026-09-15T14:40:00Z', '2026-09-21T05:00:00Z', 1, 1250]
    ]
  },
  {
    name: 'Xero, invoices with needed columns in stars',
    files: {
      'SalesInvoices.csv': text(
        '*ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InvoiceAmountPaid,*Description,*Quantity,*UnitAmount,LineAmount,Currency,Type,Sent,Status',
        'Quay Dairy,mira@quay.example,INV-0017,,14/09/2026,28/09/2026,250.00,0.00,Pump,1,200.00,200.00,EUR,Sales invoice,Sent,Awaiting Payment',
        'Quay Dairy,mira@quay.example,INV-0017,,14/09/2026,28/09/2026,250.00,0.00,Seal,2,25.00,50.00,EUR,Sales invoice,Sent,Awaiting Payment',
        'Harrow Mills,tom@harrow.example,INV-0018,,15/09/2026,29/09/2026,12.50,12.50,Valve,1,12.50,12.50,EUR,Sales invoice,Sent,Paid'
      )
    },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'orderedOn', 'quantity', 'value'],
    rows: [
      ['Pump', 'INV-0017', '2026-09-14', 1, 20000],
      ['Seal', 'INV-0017', '2026-09-14', 2, 5000],
      ['Valve', 'INV-0018', '2026-09-15', 1, 1250]
    ]
  },
  {
    name: 'monday.com, a board whose groups bear the header again',
    files: { 'Orders_2026.xlsx': boardOfMonday() },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'value'],
    rows: [
      ['Pump', 120000],
      ['Seal', 8000],
      ['Valve', 1250]
    ],
    left: 5
  },
  {
    name: 'SAP, a list saved as text',
    files: { 'auftraege.txt': sap },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'orderedOn', 'neededBy', 'value', 'currency'],
    rows: [
      ['Dichtung', '0000123456', '2026-09-14', '2026-09-18', 8000, 'EUR'],
      ['Gutschrift', '0000123457', '2026-09-15', null, null, 'EUR'],
      ['Pumpe 12"', '0000123456', '2026-09-14', '2026-09-18', 120050, 'EUR']
    ],
    left: 2
  }
]
