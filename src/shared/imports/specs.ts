import type { ImportTarget } from '../contract/imports'
import { m } from '../messages/messages.js'
import { customer, customerAddress, externalId, field, needed, zone, type Spec } from './spec'
import { orderSpecs } from './spec-orders'

/** The fields of each kind of record, with the headers that usually mean them. */
export const specs: Record<ImportTarget, readonly Spec[]> = {
  customers: [
    externalId('customerid clientid accountid number'),
    field(
      'name',
      'text',
      m.imports_field_name,
      'name customer customername company companyname accountname όνομα nombre nimi pangalan',
      needed
    ),
    field('kind', 'choice', m.imports_field_kind, 'kind type', { choices: ['business', 'public', 'nonprofit', 'person'] }),
    field('industry', 'text', m.imports_field_industry, 'industry sector κλάδος sector valdkond industriya'),
    field('country', 'country', m.imports_field_country, 'country countrycode billingcountry χώρα país riik bansa'),
    field('language', 'language', m.imports_field_language, 'language locale γλώσσα idioma keel wika'),
    field('currency', 'currency', m.imports_field_currency, 'currency currencycode νόμισμα moneda valuuta salapi'),
    field('timeZone', 'zone', m.imports_field_zone, 'timezone zone tz'),
    field('about', 'text', m.imports_field_about, 'about description notes note'),
    field('replyHours', 'number', m.imports_field_reply_hours, 'replyhours responsehours'),
    field('yearlyRevenue', 'money', m.imports_field_yearly_revenue, 'yearlyrevenue annualrevenue revenue arr'),
    field('yearlyMargin', 'money', m.imports_field_yearly_margin, 'yearlymargin annualmargin margin'),
    field('customerSince', 'day', m.imports_field_customer_since, 'customersince since created createdate createddate'),
    field('renewalOn', 'day', m.imports_field_renewal_on, 'renewal renewaldate renewalon renewson')
  ],
  orders: orderSpecs,
  interactions: [
    externalId(
      'ticketid caseid messageid commentid callid conversationid ticketnumber ticketno casenumber caseno ticket case issuekey reference αριθμόςδελτίου iddelticket númerodeticket pileti number piletinumber'
    ),
    customer,
    customerAddress,
    field(
      'at',
      'instant',
      m.imports_field_at,
      'at date time when createdat created createdtime createddatetime createdate createddate creationdate messagedate opened openedat requested submittedat datetime createdon creationtime creationdatetime datecreated dateopened opendate openedon openeddate timestamp datereceived receivedat receivedon received reportedat reportedon contactdate calltime callstart callstarted starttime startedat sentat senton sentdate submitted submissiondate submittedon dateadded dateandtime addtime πότε ημερομηνία ημερομηνίαδημιουργίας ώρα fecha fechadecreación fechayhora hora creado kuupäev aeg loodud petsa kailan oras erstelltam erstelldatum datum',
      needed
    ),
    field(
      'subject',
      'text',
      m.imports_field_subject,
      'subject title summary ticketname topic issue reason complaint shortdescription headline question inquiry enquiry problem subjectline θέμα τίτλος asunto título teema pealkiri paksa betreff titel',
      needed
    ),
    field(
      'channel',
      'choice',
      m.imports_field_channel,
      'channel via origin source medium createchannel ticketchannel initialchannel channeltype contactmethod contactchannel contacttype communicationtype kanal κανάλι canal kanal channelname daluyan',
      {
        choices: ['call', 'mail', 'meeting', 'chat', 'letter', 'visit', 'note']
      }
    ),
    field(
      'direction',
      'choice',
      m.imports_field_direction,
      'direction incoming isincoming inbound authortype messageauthortype sendertype calldirection κατεύθυνση sentido suund direksyon richtung',
      { choices: ['in', 'out', 'internal'] }
    ),
    field(
      'notes',
      'text',
      m.imports_field_notes,
      'notes note body bodycontent text description comment comments textbody messagebody details message bodytext plainbody preview excerpt extract snippet content messagetext complaintdetails longdescription σημειώσεις περιγραφή κείμενο notas descripción comentario märkused kirjeldus sisu mganota paglalarawan beschreibung notizen'
    ),
    field(
      'contact',
      'text',
      m.imports_field_contact,
      'contact contactname contactperson requestername requester caller callername επαφή contacto kontaktisik kontak ansprechpartner'
    ),
    field('needsReply', 'flag', m.imports_field_needs_reply, 'needsreply'),
    field('repliedAt', 'instant', m.imports_field_replied_at, 'repliedat answeredat firstresponseat firstresponsetime'),
    field('answers', 'text', m.imports_field_answers, 'inreplyto answers'),
    zone
  ],
  promises: [
    externalId('promiseid ticketid caseid caseenquiryid'),
    customer,
    customerAddress,
    field(
      'words',
      'text',
      m.imports_field_words,
      'words promise title subject commitment casetitle υπόσχεση promesa compromiso lubadus pangako zusage',
      needed
    ),
    field('madeBy', 'choice', m.imports_field_made_by, 'madeby', { choices: ['us', 'customer'] }),
    field('maker', 'text', m.imports_field_maker, 'maker owner assignee agent responsible promisedby'),
    field(
      'madeAt',
      'instant',
      m.imports_field_made_at,
      'madeat made opened opendt createdat created createddate startdate createdon datecreated creationdate promisedat',
      needed
    ),
    field(
      'dueAt',
      'moment',
      m.imports_field_due_at,
      'dueat due duedate targetdt targetdate duebytime deadline promisedfor προθεσμία vencimiento fechalímite tähtaeg takdangpetsa fälligam'
    ),
    field(
      'closedAt',
      'instant',
      m.imports_field_closed_at,
      'closedat closed closeddt completiondate resolvedtime closeddate keptat'
    ),
    field('outcome', 'choice', m.imports_field_outcome, 'outcome', { choices: ['kept', 'broken', 'withdrawn'] }),
    field('closingNote', 'text', m.imports_field_closing_note, 'closingnote closurereason resolution'),
    zone
  ],
  contacts: [
    externalId('contactid personid userid recordid'),
    customer,
    field(
      'name',
      'text',
      m.imports_field_name,
      'fullname contactname contact displayname name firstname givenname ονοματεπώνυμο όνομα nombre nimi eesnimi pangalan vorname',
      needed
    ),
    field(
      'email',
      'text',
      m.imports_field_customer_address,
      'email emailaddress mail workemail email1value ηλεκτρονικήδιεύθυνση διεύθυνσηηλεκτρονικούταχυδρομείου διεύθυνσηemail correo correoelectrónico epost epostiaadress emailadresse meiliaadress'
    ),
    field(
      'phone',
      'text',
      m.imports_field_phone,
      'phone telephone phonenumber mobile mobilephone businessphone phone1value τηλέφωνο τηλέφωνοεργασίας κινητό teléfono móvil telefon mobiil telepono selpon'
    ),
    field(
      'role',
      'text',
      m.imports_field_role,
      'role title jobtitle position function department θέση ρόλος cargo puesto amet ametikoht posisyon tungkulin'
    ),
    field('language', 'language', m.imports_field_language, 'language locale γλώσσα idioma keel wika'),
    field('note', 'text', m.imports_field_note, 'note notes comment comments description σημειώσεις notas märkused mgatala')
  ],
  voice: [
    externalId('responseid feedbackid surveyid ratingid'),
    customer,
    customerAddress,
    field(
      'words',
      'text',
      m.imports_field_said,
      'words feedback verbatim comment quote answer response review comments reviewtext reviewbody reviewcontent openendedresponse answertext freetext σχόλιο comentario opinión tagasiside kommentaar puna komento',
      needed
    ),
    field('kind', 'choice', m.imports_field_voice_kind, 'kind type category sentiment είδος tipo liik uri', {
      choices: ['need', 'wish', 'concern', 'praise']
    }),
    field(
      'saidAt',
      'moment',
      m.imports_field_at,
      'saidat date at when createdat submittedat responsedate createdon created createddate datecreated timestamp enddate datesubmitted completedat responded respondedat dateofresponse reviewdate surveydate startdate πότε ημερομηνία fecha kuupäev aeg petsa kailan',
      needed
    ),
    field('reading', 'text', m.imports_field_reading, 'reading interpretation analysis')
  ],
  incidents: [
    externalId('incidentid incidentnumber incident number issueid caseid'),
    customer,
    field(
      'title',
      'text',
      m.imports_field_title_incident,
      'title subject summary shortdescription incident name τίτλος θέμα título asunto pealkiri pamagat paksa',
      needed
    ),
    field('kind', 'choice', m.imports_field_incident_kind, 'kind type category κατηγορία tipo categoría liik kategooria uri', {
      choices: ['late-delivery', 'short-delivery', 'wrong-goods', 'defect', 'outage', 'billing', 'service', 'conduct', 'other']
    }),
    field(
      'severity',
      'choice',
      m.imports_field_severity,
      'severity priority impact σοβαρότητα προτεραιότητα gravedad prioridad raskusaste prioriteet tindi',
      {
        choices: ['low', 'medium', 'high', 'critical']
      }
    ),
    field(
      'began',
      'moment',
      m.imports_field_began,
      'began start started startdate startedat opened openedat occurredat date reported detectedat openedon dateopened reportedat reportedon occurredon createdat created createdon createddate έναρξη inicio fecha algus kuupäev simula petsa',
      needed
    ),
    field(
      'ended',
      'moment',
      m.imports_field_ended,
      'ended end enddate endedat resolved resolvedat closed closedat restoredat λήξη fin lõpp wakas'
    ),
    field('state', 'choice', m.imports_field_incident_state, 'state status κατάσταση estado olek katayuan', {
      choices: ['open', 'contained', 'resolved', 'closed']
    }),
    field(
      'whatHappened',
      'text',
      m.imports_field_happened,
      'whathappened description details notes comments impactdescription περιγραφή descripción kirjeldus paglalarawan'
    ),
    field('touched', 'text', m.imports_field_touched, 'touched affected configurationitem service component site product'),
    field('cause', 'text', m.imports_field_cause, 'cause rootcause reason αιτία causa põhjus sanhi'),
    field('currency', 'currency', m.imports_field_currency, 'currency currencycode νόμισμα moneda valuuta salapi')
  ],
  evidence: [
    externalId('evidenceid documentid exhibit exhibitid fileid'),
    customer,
    field(
      'title',
      'text',
      m.imports_field_title_evidence,
      'title name document filename exhibit subject τίτλος έγγραφο título documento pealkiri dokument pamagat dokumento',
      needed
    ),
    field('link', 'text', m.imports_field_link, 'link url address location path σύνδεσμος enlace viide kawing'),
    field(
      'collectedAt',
      'moment',
      m.imports_field_collected,
      'collectedat date received created documentdate ημερομηνία fecha kuupäev petsa'
    ),
    field('note', 'text', m.imports_field_note, 'note notes description shows σημειώσεις notas märkused mgatala')
  ]
}
