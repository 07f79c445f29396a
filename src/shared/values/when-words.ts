import type { Language } from './languages'

/** How one language names days and times. All words are in lower case; accents may be left out by whoever types. */
export interface WhenWords {
  today: string
  tomorrow: string
  dayAfter: string
  yesterday: string
  /** Monday first; every form in which the day is named when something is due. */
  weekdays: readonly string[]
  /** Before a weekday: the one in the next calendar week. */
  next: string
  /** A number of these from today. */
  day: string
  week: string
  month: string
  /** Said alone: a week, a month from today. */
  nextWeek: string
  nextMonth: string
  endOfWeek: string
  endOfMonth: string
  /** Numbers in words, from one to ten, each in all its forms. */
  numbers: readonly string[]
  /** Says that a unit without a number is one of them, where a language has no article for that. */
  after?: string
  /** Words that add nothing. */
  filler: string
  /** Stands before an hour. */
  clock: string
  /** Hours in words after `clock`, from one to twelve, where they are not the numbers above. */
  hours?: readonly string[]
  noon: string
  morning: string
  afternoon: string
  evening: string
  /** The whole day: no time. */
  endOfDay: string
  am: string
  pm: string
}

/** Forms that mean the same are parted by a bar. */
export const whenWords: Record<Language, WhenWords> = {
  en: {
    today: 'today',
    tomorrow: 'tomorrow|tmrw|tmr',
    dayAfter: 'the day after tomorrow|day after tomorrow|overmorrow',
    yesterday: 'yesterday',
    weekdays: [
      'monday|mon',
      'tuesday|tue|tues',
      'wednesday|wed',
      'thursday|thu|thur|thurs',
      'friday|fri',
      'saturday|sat',
      'sunday|sun'
    ],
    next: 'next',
    day: 'day|days',
    week: 'week|weeks',
    month: 'month|months',
    nextWeek: 'next week',
    nextMonth: 'next month',
    endOfWeek: 'end of the week|end of week|end of this week|eow',
    endOfMonth: 'end of the month|end of month|end of this month|eom',
    numbers: ['one|a|an', 'two|a couple of|couple of', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    filler: 'on|by|in|within|until|till|before|the|this|coming|from now|from today|of|for|and|time',
    clock: 'at|by|before|until',
    noon: 'at noon|noon|midday|at midday|lunchtime',
    morning: 'in the morning|morning',
    afternoon: 'in the afternoon|afternoon',
    evening: 'in the evening|evening|tonight',
    endOfDay: 'end of the day|end of day|eod|close of business|cob',
    am: 'am|a.m.',
    pm: 'pm|p.m.'
  },
  el: {
    today: 'σήμερα',
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
    week: 'εβδομάδα|βδομάδα|εβδομάδες|βδομάδες|εβδομάδων',
    month: 'μήνα|μήνας|μήνες|μηνών',
    nextWeek: 'επόμενη εβδομάδα|την άλλη εβδομάδα|την επόμενη εβδομάδα|την άλλη βδομάδα',
    nextMonth: 'επόμενο μήνα|τον επόμενο μήνα|τον άλλο μήνα',
    endOfWeek: 'τέλος της εβδομάδας|τέλος εβδομάδας|τέλη της εβδομάδας',
    endOfMonth: 'τέλος του μήνα|τέλος μήνα|τέλη του μήνα',
    numbers: [
      'ένα|έναν|μία|μια',
      'δύο|δυο',
      'τρεις|τρία|τριών',
      'τέσσερις|τέσσερα',
      'πέντε',
      'έξι',
      'επτά|εφτά',
      'οκτώ|οχτώ',
      'εννέα|εννιά',
      'δέκα'
    ],
    filler: 'την|τη|το|τον|στις|στη|στην|στο|σε|ως|έως|μέχρι|πριν|για|από|μετά από|εντός|του|της|τώρα|σήμερα και',
    clock: 'στις|στη|στη μία|ώρα|ως τις|μέχρι τις|έως τις|πριν τις|τις',
    noon: 'το μεσημέρι|μεσημέρι',
    morning: 'το πρωί|πρωί',
    afternoon: 'το απόγευμα|απόγευμα',
    evening: 'το βράδυ|βράδυ|απόψε',
    endOfDay: 'τέλος της ημέρας|τέλος ημέρας|τέλος της μέρας',
    am: 'πμ|π.μ.',
    pm: 'μμ|μ.μ.'
  },
  es: {
    today: 'hoy',
    tomorrow: 'mañana',
    dayAfter: 'pasado mañana',
    yesterday: 'ayer',
    weekdays: ['lunes|lun', 'martes|mar', 'miércoles|mié', 'jueves|jue', 'viernes|vie', 'sábado|sáb', 'domingo|dom'],
    next: 'próximo|que viene|de la próxima semana',
    day: 'día|días',
    week: 'semana|semanas',
    month: 'mes|meses',
    nextWeek: 'la semana que viene|la próxima semana|próxima semana',
    nextMonth: 'el mes que viene|el próximo mes|próximo mes',
    endOfWeek: 'fin de la semana|a finales de semana|fin de esta semana',
    endOfMonth: 'fin de mes|final de mes|a finales de mes|a fin de mes',
    numbers: ['uno|una|un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
    filler: 'el|la|los|en|dentro de|para|antes de|antes del|hasta|este|esta|de|del|a|al',
    clock: 'a las|a la|las|antes de las|hasta las',
    noon: 'al mediodía|a mediodía|del mediodía|mediodía',
    morning: 'por la mañana|de la mañana|a la mañana|en la mañana',
    afternoon: 'por la tarde|de la tarde|tarde',
    evening: 'por la noche|de la noche|noche|esta noche',
    endOfDay: 'al final del día|final del día|fin del día',
    am: 'am|a. m.|a.m.',
    pm: 'pm|p. m.|p.m.'
  },
  et: {
    today: 'täna|tänaseks|tänane',
    tomorrow: 'homme|homseks|homne',
    dayAfter: 'ülehomme|ülehomseks',
    yesterday: 'eile',
    weekdays: [
      'esmaspäev|esmaspäeval|esmaspäevaks|esmaspäeva|esm|e',
      'teisipäev|teisipäeval|teisipäevaks|teisipäeva|teis|t',
      'kolmapäev|kolmapäeval|kolmapäevaks|kolmapäeva|kolm päev|k',
      'neljapäev|neljapäeval|neljapäevaks|neljapäeva|n',
      'reede|reedel|reedeks|r',
      'laupäev|laupäeval|laupäevaks|laupäeva|l',
      'pühapäev|pühapäeval|pühapäevaks|pühapäeva|p'
    ],
    next: 'järgmine|järgmisel|järgmiseks|järgmise nädala',
    day: 'päev|päeva|päevaga',
    week: 'nädal|nädala|nädalat|nädalaga',
    month: 'kuu|kuud|kuuga',
    nextWeek: 'järgmisel nädalal|järgmine nädal|järgmiseks nädalaks',
    nextMonth: 'järgmisel kuul|järgmine kuu|järgmiseks kuuks',
    endOfWeek: 'nädala lõpp|nädala lõpuks|nädala lõpus',
    endOfMonth: 'kuu lõpp|kuu lõpuks|kuu lõpus',
    numbers: [
      'üks|ühe',
      'kaks|kahe',
      'kolm|kolme',
      'neli|nelja',
      'viis|viie',
      'kuus|kuue',
      'seitse|seitsme',
      'kaheksa',
      'üheksa',
      'kümme|kümne'
    ],
    after: 'pärast|jooksul',
    filler: 'pärast|jooksul|hiljemalt|enne|kuni|see|sel|selle|ja',
    clock: 'kell|kella|kl',
    noon: 'keskpäeval|keskpäevaks|keskpäev|lõuna ajal|lõunaks|lõuna',
    morning: 'hommikul|hommikuks|hommik',
    afternoon: 'pärastlõunal|pärast lõunat|pealelõunal',
    evening: 'õhtul|õhtuks|õhtu',
    endOfDay: 'päeva lõpuks|päeva lõpus|päeva lõpp|tööpäeva lõpuks',
    am: 'el|e.l.',
    pm: 'pl|p.l.'
  },
  fil: {
    today: 'ngayon|ngayong araw|ngayong araw na ito',
    tomorrow: 'bukas',
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
    week: 'linggo',
    month: 'buwan',
    nextWeek: 'sa susunod na linggo|susunod na linggo',
    nextMonth: 'sa susunod na buwan|susunod na buwan',
    endOfWeek: 'katapusan ng linggo|dulo ng linggo|sa katapusan ng linggo',
    endOfMonth: 'katapusan ng buwan|sa katapusan ng buwan|dulo ng buwan',
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
      'sampu|sampung'
    ],
    filler:
      'sa loob ng|makalipas ang|pagkatapos ng|pagkaraan ng|mula ngayon|sa|ng|nang|ang|na|bago|hanggang|ngayong|darating na|araw ng',
    clock: 'alas|ala|nang alas|ng alas|sa alas|bago mag alas|pagsapit ng alas',
    hours: [
      'una|uno',
      'dos',
      'tres',
      'kuwatro|kwatro',
      'singko',
      'sais',
      'siyete|syete',
      'otso',
      'nuwebe|nwebe',
      'diyes',
      'onse',
      'dose'
    ],
    noon: 'ng tanghali|sa tanghali|nang tanghali|tanghali',
    morning: 'ng umaga|sa umaga|nang umaga|umaga',
    afternoon: 'ng hapon|sa hapon|nang hapon|hapon',
    evening: 'ng gabi|sa gabi|nang gabi|gabi|mamayang gabi',
    endOfDay: 'sa katapusan ng araw|katapusan ng araw|pagtatapos ng araw',
    am: 'am|a.m.|n.u.',
    pm: 'pm|p.m.|n.h.'
  }
}
