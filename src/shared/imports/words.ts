import { withoutEnd } from '../values/ends'

/** The words of help desks, shops and five languages for what Redress calls otherwise, by field and value. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: {
    call: 'call|phone|phone call|telephone|voice|voice call|voicemail|aircall|call center|τηλέφωνο|τηλεφώνημα|κλήση|teléfono|llamada|telefon|telefonikõne|kõne|telepono|tawag|anruf|telefonisch|téléphone|appel|telefono',
    mail: 'mail|email|e mail|e-mail|web|web form|webform|web service|form|contact form|api|portal|customer portal|self service|widget|web widget|help center|helpcenter|outbound email|feedback|feedback widget|email to case|ηλεκτρονικό ταχυδρομείο|ηλεκτρονικό μήνυμα|φόρμα|ιστότοπος|correo|correo electrónico|formulario|sitio web|e post|e kiri|veeb|veebivorm|kontaktformular|webformular|formular|formulario web|formulario de contacto|φόρμα ιστού|φόρμα επικοινωνίας|kundenportal|courriel',
    chat: 'chat|live chat|messaging|messenger|message|whatsapp|sms|text|text message|telegram|viber|signal|facebook|facebook messenger|twitter|x corp|instagram|in app|conversation|social|συνομιλία|γραπτό μήνυμα|mensaje|mensajería|vestlus|sõnum|mensahe|usapan|nachricht',
    meeting:
      'meeting|video|video call|zoom|teams|conference|συνάντηση|σύσκεψη|reunión|videollamada|koosolek|kohtumine|pulong|miting|besprechung|treffen|réunion',
    letter: 'letter|post|fax|paper|γράμμα|επιστολή|carta|kiri|liham|sulat|brief|lettre',
    visit:
      'visit|in person|walk in|on site|store|branch|επίσκεψη|αυτοπροσώπως|visita|en persona|külastus|visiit|bisita|personal na pagdalaw|besuch|vor ort',
    note: 'note|comment|other|manual|internal note|σημείωση|σχόλιο|nota|comentario|märkus|märge|kommentaar|tala|puna|notiz|anmerkung|otro|άλλο|muu|iba pa'
  },
  direction: {
    in: 'in|inbound|incoming|received|true|1|yes|user|customer|client|contact|lead|requester|end user|end-user|visitor|from customer|customer reply|εισερχόμενη|εισερχόμενο|εισερχόμενα|πελάτης|entrante|recibido|recibida|cliente|sissetulev|saabuv|klient|papasok|natanggap|kustomer|eingehend|eingang|kunde|entrant|reçu',
    out: 'out|outbound|outgoing|sent|false|0|no|agent|admin|bot|operator|team|teammate|staff|support|from agent|agent reply|εξερχόμενη|εξερχόμενο|εξερχόμενα|εκπρόσωπος|saliente|enviado|enviada|agente|väljuv|väljaminev|saadetud|papalabas|ipinadala|ahente|ausgehend|ausgang|sortant|envoyé',
    internal: 'internal|private|private note|note|internal note|εσωτερική|εσωτερικό|interna|interno|sisemine|panloob|intern|interne'
  },
  status: {
    cancelled:
      'cancelled|canceled|cancelled by customer|cancelled by seller|void|voided|refunded|failed|rejected|returned|expired|trash|ακυρωμένη|ακυρωμένο|ακυρώθηκε|επιστράφηκε|cancelado|cancelada|anulado|anulada|reembolsado|devuelto|tühistatud|tagastatud|kanselado|kinansela|ibinalik|storniert|abgebrochen|annulé|annullato',
    delivered:
      'delivered|received|arrived|complete|completed|closed|done|picked up|collected|παραδόθηκε|παραδομένη|ολοκληρώθηκε|ολοκληρωμένη|ελήφθη|entregado|entregada|recibido|completado|completada|finalizado|kohale toimetatud|kätte toimetatud|tarnitud|täidetud|lõpetatud|naihatid|natanggap|kumpleto|tapos na|geliefert|zugestellt|abgeschlossen|livré|consegnato',
    shipped:
      'shipped|dispatched|despatched|in transit|fulfilled|out for delivery|on its way|απεστάλη|σε μεταφορά|enviado|enviada|despachado|en tránsito|saadetud|teel|ipinadala|nasa biyahe|versandt|versendet|unterwegs|expédié|spedito',
    open: 'open|new|pending|processing|in process|in progress|on hold|hold|unfulfilled|partial|partially fulfilled|partially shipped|partially delivered|paid|unpaid|authorized|confirmed|ordered|backordered|back order|pending payment|unshipped|draft|working on it|stuck|to do|not started|ανοιχτή|ανοιχτό|νέα|σε εξέλιξη|εκκρεμεί|εκκρεμής|abierto|abierta|nuevo|pendiente|en proceso|avatud|uus|töös|ootel|bukas|bago|nakabinbin|pinoproseso|offen|neu|in bearbeitung|ausstehend'
  },
  kind: {
    business:
      'business|company|corporate|enterprise|b2b|organization|organisation|customer direct|customer channel|customer|επιχείρηση|εταιρεία|empresa|compañía|negocio|ettevõte|firma|äriklient|negosyo|kompanya|unternehmen|entreprise',
    public:
      'public|government|public sector|authority|municipality|state|agency|δημόσιο|δημόσιος φορέας|δήμος|público|sector público|gobierno|avalik|avalik sektor|riigiasutus|publiko|pamahalaan|öffentlich|behörde',
    nonprofit:
      'nonprofit|non profit|not for profit|ngo|charity|association|foundation|μη κερδοσκοπικός|μκο|σωματείο|ίδρυμα|sin fines de lucro|ong|asociación|fundación|mittetulundusühing|mtü|sihtasutus|hindi kumikita|verein|gemeinnützig',
    person:
      'person|individual|consumer|private|private person|b2c|person account|end customer|ιδιώτης|φυσικό πρόσωπο|καταναλωτής|persona|particular|individuo|consumidor|eraisik|tarbija|füüsiline isik|tao|indibidwal|mamimili|privat|privatperson|privatkunde|particulier'
  },
  madeBy: {
    us: 'us|we|ours|our side|agent|supplier|seller|company|εμείς|από εμάς|nosotros|proveedor|meie|kami|wir',
    customer: 'customer|them|they|client|user|buyer|πελάτης|αυτοί|cliente|ellos|klient|nemad|kliyente|sila|kunde'
  },
  outcome: {
    kept: 'kept|done|fulfilled|met|complete|completed|closed|resolved|solved|delivered|yes|true|τηρήθηκε|ολοκληρώθηκε|cumplido|cumplida|completado|hecho|peetud|täidetud|tehtud|natupad|tapos na|erledigt|erfüllt',
    broken:
      'broken|missed|failed|not kept|violated|breached|overdue|δεν τηρήθηκε|αθετήθηκε|incumplido|incumplida|fallido|murtud|täitmata|hindi natupad|gebrochen|nicht eingehalten',
    withdrawn:
      'withdrawn|cancelled|canceled|dropped|not needed|ανακλήθηκε|ακυρώθηκε|retirado|retirada|cancelado|cancelada|tagasi võetud|tühistatud|binawi|kinansela|zurückgezogen|storniert'
  },
  voice: {
    need: 'need|requirement|must|ανάγκη|necesidad|vajadus|pangangailangan|bedarf',
    wish: 'wish|request|feature request|suggestion|idea|επιθυμία|πρόταση|deseo|sugerencia|soov|ettepanek|hiling|mungkahi|wunsch|vorschlag',
    concern:
      'concern|complaint|problem|negative|bad|detractor|worry|dissatisfied|ανησυχία|παράπονο|αρνητικό|queja|preocupación|negativo|mure|kaebus|negatiivne|alala|reklamo|negatibo|beschwerde|sorge|negativ',
    praise:
      'praise|compliment|thanks|positive|good|promoter|satisfied|έπαινος|θετικό|elogio|positivo|kiitus|positiivne|papuri|positibo|lob|positiv'
  },
  incident: {
    'late-delivery': 'late delivery|late|delay|delayed|καθυστέρηση|retraso|hilinemine|viivitus|pagkaantala|verspätung|lieferverzug',
    'short-delivery': 'short delivery|short|missing|shortage|incomplete|έλλειψη|faltante|incompleto|puudujääk|kulang|fehlmenge',
    'wrong-goods':
      'wrong goods|wrong item|wrong product|mix up|λάθος προϊόν|producto equivocado|vale kaup|maling produkto|falschlieferung',
    defect:
      'defect|defective|damaged|damage|broken|quality|ελάττωμα|ζημιά|defecto|dañado|defekt|praak|kahju|depekto|sira|mangel|schaden',
    outage: 'outage|downtime|unavailable|interruption|διακοπή|interrupción|caída|katkestus|pagkaputol|ausfall|störung',
    billing: 'billing|invoice|payment|χρέωση|τιμολόγιο|facturación|factura|arveldus|arve|singil|abrechnung|rechnung',
    service: 'service|support|εξυπηρέτηση|servicio|teenindus|serbisyo|kundendienst',
    conduct: 'conduct|behaviour|behavior|συμπεριφορά|conducta|käitumine|asal|verhalten',
    other: 'other|άλλο|otro|muu|iba pa|sonstiges'
  },
  severity: {
    low: 'low|minor|p4|sev4|4|χαμηλή|baja|leve|madal|mababa|niedrig',
    medium: 'medium|moderate|normal|p3|sev3|3|μέτρια|media|keskmine|katamtaman|mittel',
    high: 'high|major|urgent|p2|sev2|2|υψηλή|alta|grave|kõrge|mataas|hoch',
    critical: 'critical|severe|blocker|emergency|p1|sev1|1|κρίσιμη|crítica|kriitiline|kritikal|kritisch'
  },
  state: {
    open: 'open|new|in progress|investigating|active|reopened|ανοιχτό|abierto|avatud|bukas|offen|neu',
    contained: 'contained|monitoring|mitigated|workaround|on hold|υπό έλεγχο|contenido|kontrolli all|napigilan|eingedämmt',
    resolved: 'resolved|solved|fixed|restored|επιλύθηκε|resuelto|lahendatud|nalutas|gelöst|behoben',
    closed: 'closed|done|completed|cancelled|κλειστό|cerrado|suletud|sarado|geschlossen'
  },
  yes: {
    yes: 'yes|y|true|1|x|on|checked|✓|✔|☑|ναι|αληθές|si|sí|verdadero|jah|tõene|oo|totoo|ja|wahr|oui|vrai|vero',
    no: 'no|n|false|0|off|unchecked|✗|✘|☐|όχι|ψευδές|falso|ei|väär|hindi|mali|nein|falsch|non|faux'
  }
}

/** Takes a word as somebody wrote it, gives what its spellings have in common. */
export const wordKey = (word: string): string =>
  withoutEnd(
    word
      .slice(0, 200)
      .normalize('NFD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toLowerCase()
      .replace(/[\s_/-]+/g, ' '),
    /[.:!]/
  ).trim()

const tables = new Map<string, Map<string, string>>()

/** Takes a field's name and a word, gives the value that the word stands for; null where nobody has said. */
export function valueOfWord(field: string, word: string): string | null {
  const known = words[field]
  if (!known) return null
  let table = tables.get(field)
  if (!table) {
    table = new Map()
    for (const [value, list] of Object.entries(known)) for (const each of list.split('|')) table.set(wordKey(each), value)
    tables.set(field, table)
  }
  const key = wordKey(word)
  // "1 - Critical", "P2: High": the number orders them
  return table.get(key) ?? table.get(key.replace(/^\p{L}?[0-9]{1,2}[.):]? /u, '')) ?? (field === 'status' ? standingIn(key) : null)
}

/** How shops say in more words where an order stands; what it waits for is told before what it will be. */
const standings: readonly [RegExp, string][] = [
  [
    /^(?:not |partial|awaiting|waiting|ready |to be |pending|processing|preparing|payment (?:accepted|received|review)|in (?:preparation|production)|back ?order|en espera|a la espera|pendiente|preparaci|pago aceptado|en preparaci|σε αναμονη|αναμονη|προετοιμασ|ootab|makse |tootlemis|naghihintay|inihahanda|wartet|warten|zahlung |in vorbereitung)/,
    'open'
  ],
  [/^(?:cancel|refund|declin|void|charge ?back|ακυρω|reembols|anulad|storn|tuhist)/, 'cancelled'],
  [/^(?:deliver|completed?\b|picked up|collected|παραδο|entregad|geliefert|zugestellt|kohale)/, 'delivered'],
  [/^(?:shipped|dispatched|despatched|in transit|on (?:the|its) way|enviad|απεσταλ|versand|saadetud)/, 'shipped']
]

const standingIn = (key: string): string | null => standings.find(([phrase]) => phrase.test(key))?.[1] ?? null

/** What begins the row of a sum or of a count, in the languages that are understood. */
const totals = new Set(
  'total|totals|grand total|grand totals|sum|sums|subtotal|sub total|overall total|report total|σύνολο|γενικό σύνολο|μερικό σύνολο|άθροισμα|σύνολα|totales|total general|suma|suma total|subtotales|kokku|kogusumma|summa|vahesumma|kabuuan|kabuuang halaga|pangkalahatang kabuuan|summe|gesamt|gesamtsumme|gesamtergebnis|insgesamt|zwischensumme|total général|totale'
    .split('|')
    .map(wordKey)
)

/** Takes the cells of a row, gives whether it is the sum of the rows above: it begins so, and has otherwise numbers only. */
export function isTotal(cells: readonly string[]): boolean {
  const [first, ...rest] = cells.filter((cell) => cell.trim() !== '')
  if (first === undefined || first.length > 60 || cells.length < 2) return false
  const key = wordKey(first).replace(/ ?\([0-9]{1,9}\)$/, '')
  return totals.has(key) && rest.every((cell) => cell.length < 60 && /[0-9]/.test(cell) && !/\p{L}{4}/u.test(cell))
}
