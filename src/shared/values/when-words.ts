import type { Language } from './languages'

/** How one language names days. All words are in lower case; accents may be left out by whoever types. */
export interface WhenWords {
  today: string
  tomorrow: string
  dayAfter: string
  yesterday: string
  /** Monday first; every form in which the day is named when something is due. */
  weekdays: readonly string[]
  /** Before a weekday: the one in the next calendar week. None where a language says so of the nearest. */
  next?: string
  /** A number of these from today. */
  day: string
  workday: string
  week: string
  fortnight?: string
  month: string
  /** A number of these from now. */
  hour: string
  halfHour: string
  minute: string
  /** Said alone: a week, a month from today; with a weekday the one in the next calendar week. */
  nextWeek: string
  nextMonth: string
  startOfNextWeek: string
  startOfNextMonth: string
  endOfWeek: string
  endOfNextWeek: string
  endOfMonth: string
  endOfNextMonth: string
  endOfYear: string
  /** A day of the month by its number, as an expression with the number in it. */
  dayOfMonth?: string
  /** Numbers in words, from one on, each in all its forms. */
  numbers: readonly string[]
  /** Says that a unit without a number is one of them, where a language has no article for that. */
  after?: string
  /** Words that add nothing. */
  filler: string
}

/** Forms that mean the same are parted by a bar. */
export const whenWords: Readonly<Record<Language, WhenWords>> = {
  en: {
    today: 'today|later today',
    tomorrow: 'tomorrow|tmrw|tmr',
    dayAfter: 'the day after tomorrow|day after tomorrow|overmorrow',
    yesterday: 'yesterday',
    weekdays: [
      'monday|mon',
      'tuesday|tue|tues',
      'wednesday|wed|weds',
      'thursday|thu|thur|thurs',
      'friday|fri',
      'saturday|sat',
      'sunday|sun'
    ],
    next: 'next',
    day: 'day|days',
    workday: 'working day|working days|business day|business days|workday|workdays',
    week: 'week|weeks',
    fortnight: 'fortnight',
    month: 'month|months',
    hour: 'hour|hours|hr|hrs',
    halfHour: 'half an hour|half hour',
    minute: 'minute|minutes|min|mins',
    nextWeek: 'next week',
    nextMonth: 'next month',
    startOfNextWeek: 'start of next week|beginning of next week|early next week',
    startOfNextMonth: 'start of next month|beginning of next month|early next month',
    endOfWeek: 'end of the week|end of week|end of this week|eow|later this week|this week',
    endOfNextWeek: 'end of next week',
    endOfMonth: 'end of the month|end of month|end of this month|eom|later this month|this month',
    endOfNextMonth: 'end of next month',
    endOfYear: 'end of the year|end of year|end of this year|year end|eoy|this year',
    dayOfMonth: '(\\d{1,2})(?:st|nd|rd|th)',
    numbers: [
      'one|a|an',
      'two|a couple of|couple of|a couple|couple',
      ...'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
    ],
    filler: 'on|by|in|within|until|till|before|the|this|coming|from now|from today|of|for|and|time|at|around|about|latest'
  },
  el: {
    today: 'σήμερα|αργότερα σήμερα',
    tomorrow: 'αύριο',
    dayAfter: 'μεθαύριο',
    yesterday: 'χθες|χτες',
    weekdays: [
      'δευτέρα|δευτ|δευ|δε',
      'τρίτη|τρι',
      'τετάρτη|τετ',
      'πέμπτη|πεμ|πέμ',
      'παρασκευή|παρ',
      'σάββατο|σαβ|σάβ',
      'κυριακή|κυρ|κυ'
    ],
    next: 'επόμενη|επόμενο|την άλλη|το άλλο',
    day: 'μέρα|ημέρα|μέρες|ημέρες|μερών|ημερών',
    workday: 'εργάσιμη μέρα|εργάσιμη ημέρα|εργάσιμες μέρες|εργάσιμες ημέρες|εργάσιμων ημερών|εργάσιμες',
    week: 'εβδομάδα|βδομάδα|εβδομάδες|βδομάδες|εβδομάδων',
    month: 'μήνα|μήνας|μήνες|μηνών',
    hour: 'ώρα|ώρες|ωρών',
    halfHour: 'μισή ώρα|μισάωρο',
    minute: 'λεπτό|λεπτά|λεπτών',
    nextWeek:
      'επόμενη εβδομάδα|επόμενη βδομάδα|την άλλη εβδομάδα|την άλλη βδομάδα|της επόμενης εβδομάδας|της άλλης εβδομάδας|ερχόμενη εβδομάδα',
    nextMonth: 'επόμενο μήνα|τον επόμενο μήνα|τον άλλο μήνα|ερχόμενο μήνα',
    startOfNextWeek: 'αρχές της επόμενης εβδομάδας|αρχή της επόμενης εβδομάδας|αρχές της άλλης εβδομάδας',
    startOfNextMonth: 'αρχές του επόμενου μήνα|αρχή του επόμενου μήνα|αρχές του άλλου μήνα',
    endOfWeek: 'τέλος της εβδομάδας|τέλος εβδομάδας|τέλη της εβδομάδας|αυτή την εβδομάδα|μέσα στην εβδομάδα|τέλος της βδομάδας',
    endOfNextWeek: 'τέλος της επόμενης εβδομάδας|τέλη της επόμενης εβδομάδας|τέλος της άλλης εβδομάδας',
    endOfMonth: 'τέλος του μήνα|τέλος μήνα|τέλη του μήνα|τέλη μήνα|αυτόν τον μήνα|μέσα στον μήνα|μέσα στο μήνα',
    endOfNextMonth: 'τέλος του επόμενου μήνα|τέλη του επόμενου μήνα|τέλος του άλλου μήνα',
    endOfYear:
      'τέλος του χρόνου|τέλη του χρόνου|τέλος του έτους|τέλη του έτους|τέλος της χρονιάς|τέλος χρόνου|τέλος έτους|μέσα στον χρόνο',
    numbers: [
      'ένα|έναν|μία|μια',
      'δύο|δυο',
      'τρεις|τρία|τριών',
      'τέσσερις|τέσσερα|τεσσάρων',
      'πέντε',
      'έξι',
      'επτά|εφτά',
      'οκτώ|οχτώ',
      'εννέα|εννιά',
      'δέκα',
      'έντεκα',
      'δώδεκα',
      'δεκατρείς|δεκατρία',
      'δεκατέσσερις|δεκατέσσερα',
      'δεκαπέντε'
    ],
    filler:
      'την|τη|το|τον|στις|στη|στην|στο|στα|σε|μέσα σε|ως|έως|μέχρι|πριν|για|από|από σήμερα|από τώρα|μετά από|εντός|του|της|τώρα|σήμερα και|κατά|γύρω|περίπου|ερχόμενη|ερχόμενο|αργότερο|αυτή'
  },
  es: {
    today: 'hoy|hoy mismo|más tarde hoy',
    tomorrow: 'mañana|mañana mismo',
    dayAfter: 'pasado mañana',
    yesterday: 'ayer',
    weekdays: ['lunes|lun', 'martes|mar', 'miércoles|mié', 'jueves|jue', 'viernes|vie', 'sábado|sáb', 'domingo|dom'],
    day: 'día|días',
    workday: 'día hábil|días hábiles|día laborable|días laborables|día laboral|días laborales',
    week: 'semana|semanas',
    fortnight: 'quincena',
    month: 'mes|meses',
    hour: 'hora|horas',
    halfHour: 'media hora',
    minute: 'minuto|minutos|min',
    nextWeek:
      'la semana que viene|la próxima semana|próxima semana|semana próxima|la semana entrante|semana siguiente|semana que viene',
    nextMonth: 'el mes que viene|el próximo mes|próximo mes|mes próximo|mes entrante',
    startOfNextWeek:
      'a principios de la semana que viene|a principios de la próxima semana|a comienzos de la semana que viene|principios de la próxima semana',
    startOfNextMonth:
      'a principios del mes que viene|a principios del próximo mes|principios del mes que viene|principios del próximo mes',
    endOfWeek: 'fin de la semana|final de la semana|a finales de semana|a finales de esta semana|fin de esta semana|esta semana',
    endOfNextWeek:
      'a finales de la próxima semana|a finales de la semana que viene|final de la próxima semana|final de la semana que viene|fin de la próxima semana|fin de la semana que viene',
    endOfMonth:
      'fin de mes|fin del mes|final de mes|final del mes|a finales de mes|a finales de este mes|finales de mes|a fin de mes|fin de este mes|este mes',
    endOfNextMonth:
      'finales del mes que viene|finales del próximo mes|final del mes que viene|final del próximo mes|fin del mes que viene|fin del próximo mes',
    endOfYear: 'fin de año|fin del año|final de año|final del año|finales de año|este año',
    dayOfMonth: 'dia (\\d{1,2})',
    numbers: [
      'uno|una|un',
      'dos|un par de|un par',
      ...'tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'.split(' ')
    ],
    filler:
      'el|la|los|las|en|dentro de|para|antes de|antes del|hasta|este|esta|de|del|a|al|sobre|hacia|próximo|que viene|entrante|más tardar|a lo largo de|partir de hoy'
  },
  et: {
    today: 'täna|tänaseks|tänane|täna hiljem|tänase päeva jooksul',
    tomorrow: 'homme|homseks|homne|homsel päeval|homse päeva jooksul|homse',
    dayAfter: 'ülehomme|ülehomseks|ülehomse',
    yesterday: 'eile',
    weekdays: [
      'esmaspäev|esmaspäeval|esmaspäevaks|esmaspäeva|esmaspäevani|esmasp|esm|e',
      'teisipäev|teisipäeval|teisipäevaks|teisipäeva|teisipäevani|teisip|teis|t',
      'kolmapäev|kolmapäeval|kolmapäevaks|kolmapäeva|kolmapäevani|kolmap|k',
      'neljapäev|neljapäeval|neljapäevaks|neljapäeva|neljapäevani|neljap|n',
      'reede|reedel|reedeks|reedeni|r',
      'laupäev|laupäeval|laupäevaks|laupäeva|laupäevani|laup|l',
      'pühapäev|pühapäeval|pühapäevaks|pühapäeva|pühapäevani|pühap|p'
    ],
    next: 'järgmine|järgmisel|järgmiseks',
    day: 'päev|päeva|päevaga',
    workday: 'tööpäev|tööpäeva|tööpäevaga',
    week: 'nädal|nädala|nädalat|nädalaga|nädala aja|nädal aega',
    month: 'kuu|kuud|kuuga|kuu aja|kuu aega',
    hour: 'tund|tunni|tundi|tunniga',
    halfHour: 'pool tundi|poole tunni|pooltund|pooletunni',
    minute: 'minut|minuti|minutit|min',
    nextWeek:
      'järgmisel nädalal|järgmine nädal|järgmiseks nädalaks|järgmise nädala|järgmise nädala jooksul|tuleval nädalal|tuleva nädala',
    nextMonth: 'järgmisel kuul|järgmine kuu|järgmiseks kuuks|tuleval kuul|järgmise kuu jooksul',
    startOfNextWeek: 'järgmise nädala alguses|järgmise nädala alguseks|järgmise nädala algus|tuleva nädala alguses',
    startOfNextMonth: 'järgmise kuu alguses|järgmise kuu alguseks|järgmise kuu algus',
    endOfWeek:
      'nädala lõpp|nädala lõpuks|nädala lõpus|nädala lõpuni|selle nädala lõpuks|selle nädala lõpus|sel nädalal|selle nädala jooksul',
    endOfNextWeek: 'järgmise nädala lõpp|järgmise nädala lõpuks|järgmise nädala lõpus|järgmise nädala lõpuni|tuleva nädala lõpuks',
    endOfMonth: 'kuu lõpp|kuu lõpuks|kuu lõpus|kuu lõpuni|selle kuu lõpuks|selle kuu lõpus|sel kuul|selle kuu jooksul',
    endOfNextMonth: 'järgmise kuu lõpp|järgmise kuu lõpuks|järgmise kuu lõpus|järgmise kuu lõpuni',
    endOfYear: 'aasta lõpp|aasta lõpuks|aasta lõpus|aasta lõpuni|selle aasta lõpuks|sel aastal',
    dayOfMonth: '(\\d{1,2})\\.? kuupaev(?:al|aks|ani)?',
    numbers: [
      'üks|ühe',
      'kaks|kahe|paar|paari',
      'kolm|kolme',
      'neli|nelja',
      'viis|viie',
      'kuus|kuue',
      'seitse|seitsme',
      'kaheksa',
      'üheksa',
      'kümme|kümne',
      'üksteist|üheteistkümne',
      'kaksteist|kaheteistkümne',
      'kolmteist|kolmeteistkümne',
      'neliteist|neljateistkümne',
      'viisteist|viieteistkümne'
    ],
    after: 'pärast|jooksul|aja|aega',
    filler: 'pärast|jooksul|hiljemalt|enne|kuni|see|sel|selle|ja|tuleval|tulev|tuleva|tulevaks|umbes|ajaks'
  },
  fil: {
    today: 'ngayon|ngayong araw|ngayong araw na ito|mamaya|mamaya na',
    tomorrow: 'bukas|kinabukasan',
    dayAfter: 'sa makalawa|makalawa|samakalawa',
    yesterday: 'kahapon',
    weekdays: [
      'lunes|lun|monday',
      'martes|mar|tuesday',
      'miyerkules|miyerkoles|miy|wednesday',
      'huwebes|huw|hwebes|thursday',
      'biyernes|biy|byernes|friday',
      'sabado|sab|saturday',
      'linggo|lin|sunday'
    ],
    next: 'susunod na|sa susunod na',
    day: 'araw',
    workday: 'araw ng trabaho|araw na may pasok|working day|working days',
    week: 'linggo',
    month: 'buwan',
    hour: 'oras',
    halfHour: 'kalahating oras',
    minute: 'minuto',
    nextWeek: 'sa susunod na linggo|susunod na linggo',
    nextMonth: 'sa susunod na buwan|susunod na buwan',
    startOfNextWeek: 'simula ng susunod na linggo|umpisa ng susunod na linggo',
    startOfNextMonth: 'simula ng susunod na buwan|umpisa ng susunod na buwan',
    endOfWeek:
      'katapusan ng linggo|dulo ng linggo|sa katapusan ng linggo|pagtatapos ng linggo|bago matapos ang linggo|ngayong linggo|sa linggong ito',
    endOfNextWeek: 'katapusan ng susunod na linggo|dulo ng susunod na linggo|bago matapos ang susunod na linggo',
    endOfMonth:
      'katapusan ng buwan|sa katapusan ng buwan|dulo ng buwan|pagtatapos ng buwan|bago matapos ang buwan|ngayong buwan|sa buwang ito',
    endOfNextMonth: 'katapusan ng susunod na buwan|dulo ng susunod na buwan|bago matapos ang susunod na buwan',
    endOfYear: 'katapusan ng taon|dulo ng taon|pagtatapos ng taon|bago matapos ang taon|ngayong taon',
    dayOfMonth: 'ika ?(\\d{1,2})',
    numbers: [
      'isa|isang',
      'dalawa|dalawang',
      'tatlo|tatlong',
      'apat na|apat',
      'lima|limang',
      'anim na|anim',
      'pito|pitong',
      'walo|walong',
      'siyam na|siyam',
      'sampu|sampung',
      'labing isa|labing isang',
      'labindalawa|labindalawang',
      'labintatlo|labintatlong',
      'labing apat|labing apat na',
      'labinlima|labinlimang'
    ],
    filler:
      'sa loob ng|makalipas ang|pagkatapos ng|pagkaraan ng|mula ngayon|sa|ng|nang|ang|na|bago|bago mag|mag|hanggang|ngayong|mamayang|darating na|araw ng|mga'
  }
}
