import { m } from '../messages/messages.js'
import { customer, customerAddress, externalId, field, needed, type Spec } from './spec'

/** The fields of an order, with the headers that usually mean them. */
export const orderSpecs: readonly Spec[] = [
  externalId('orderid lineid lineitemid'),
  customer,
  customerAddress,
  field(
    'orderNumber',
    'text',
    m.imports_field_order_number,
    'ordernumber orderno order ordernr ordername orderreference orderref salesorder salesordernumber number nr nummer ponumber po αριθμόςπαραγγελίας παραγγελία pedido númerodepedido tellimusenumber tellimusenr tellimus bestellnummer bestellnr bestellung auftrag auftragsnummer auftragsnr nºpedido nopedido nrpedido bilangngorder invoicenumber invoiceno reference'
  ),
  field(
    'title',
    'text',
    m.imports_field_title,
    'title item itemname product productname description lineitemname subject goods itemtitle itemdescription productdescription producttitle material materialdescription article articlename bezeichnung artikelbezeichnung materialkurztext προϊόν περιγραφή artículo producto descripción toode kaup produkto artikel',
    needed
  ),
  field(
    'orderedOn',
    'daytime',
    m.imports_field_ordered_on,
    'orderedon orderdate ordered createdat datecreated purchasedate saledate orderedat dateordered orderplaced placedat placedon dateplaced createdon created createddate creationdate createdtime invoicedate transactiondate datepurchased ημερομηνίαπαραγγελίας fechapedido fechadepedido fechadelpedido tellimusekuupäev tellitud petsangorder bestelldatum auftragsdatum bestelltam'
  ),
  field(
    'promisedOn',
    'daytime',
    m.imports_field_promised_on,
    'promisedon promised promiseddate deliverydate confirmeddate maximumestimateddeliverydate latestdeliverydate estimateddeliverydate estimateddelivery expecteddeliverydate expecteddelivery planneddelivery planneddeliverydate scheduleddelivery scheduleddeliverydate promiseddeliverydate commitmentdate υποσχεμένηημερομηνία ημερομηνίαπαράδοσης fechaprometida fechacomprometida entregaprevista fechadeentrega fechaentrega lubatud lubatudkuupäev tarnekuupäev petsangpangako petsangpaghahatid zugesagt zugesagtam zusagetermin liefertermin lieferdatum'
  ),
  field(
    'neededBy',
    'daytime',
    m.imports_field_needed_by,
    'neededby needed requireddate requesteddate duedate απαιτείταιέως fecharequerida necesariopara vajalik vajalikkuupäev kailangansa wunschtermin benötigtam'
  ),
  field(
    'shippedOn',
    'daytime',
    m.imports_field_shipped_on,
    'shippedon shipped shipdate dispatched fulfilledat shippedat dateshipped shippeddate shippingdate dispatchdate dispatchedon dispatchedat απεστάλη ημερομηνίααποστολής fechadeenvío fechaenvío enviadoel saadetud saatmiskuupäev petsangpagpapadala versandtam versanddatum'
  ),
  field(
    'receivedOn',
    'daytime',
    m.imports_field_received_on,
    'receivedon received delivered deliveredon actualdelivery deliveredat datedelivered delivereddate actualdeliverydate datereceived receiveddate παραδόθηκε ελήφθη ημερομηνίαπαραλαβής entregado entregadoel recibido recibidoel fechaderecepción kättesaadud tarnitud natanggap petsangpagtanggap geliefert geliefertam eingegangen wareneingang'
  ),
  field(
    'cancelledOn',
    'daytime',
    m.imports_field_cancelled_on,
    'cancelledon cancelled canceled cancelledat ακυρώθηκε canceladoel fechadecancelación tühistatud kinansela storniertam'
  ),
  field(
    'status',
    'choice',
    m.imports_field_status,
    'status orderstatus state orderstate deliverystatus fulfillmentstatus shipmentstatus κατάσταση estado olek staatus katayuan',
    { choices: ['open', 'shipped', 'delivered', 'cancelled'] }
  ),
  field('quantity', 'number', m.imports_field_quantity, 'quantity qty lineitemquantity ποσότητα cantidad kogus dami menge anzahl'),
  field('unit', 'text', m.imports_field_unit, 'unit uom μονάδα unidad ühik yunit'),
  field(
    'value',
    'money',
    m.imports_field_value,
    'value lineamount linetotal itemtotal lineitemtotal total amount ordertotal ordervalue grandtotal totalprice totalamount netvalue netamount subtotal gross soldfor αξία ποσό σύνολο συνολικήαξία importe valor monto importetotal summa väärtus maksumus kogusumma kokku halaga kabuuanghalaga wert betrag bestellwert auftragswert'
  ),
  field(
    'currency',
    'currency',
    m.imports_field_currency,
    'currency currencycode ordercurrency νόμισμα moneda valuuta salapi währung'
  ),
  field('crucial', 'flag', m.imports_field_crucial, 'crucial critical urgent'),
  field(
    'note',
    'text',
    m.imports_field_note,
    'note notes comment comments σημειώσεις observaciones notas märkused mgatala bemerkung bemerkungen'
  )
]
