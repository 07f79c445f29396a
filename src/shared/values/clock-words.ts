import type { Language } from './languages'

/** How one language tells the time. All words are in lower case; forms that mean the same are parted by a bar. */
export interface ClockWords {
  /** Stands before an hour. */
  clock: string
  /** Hours in words after `clock`, from one to twelve, where they are not just the language's numbers. */
  hours?: readonly string[]
  /** "Half past one" to "half past twelve" in one word each, where a language has them. */
  halves?: readonly string[]
  /** Before the hour, with the minutes that they put to it: "half past" 30, "quarter to" -15. */
  before?: Readonly<Record<string, number>>
  /** The same after the hour: "y media". */
  after?: Readonly<Record<string, number>>
  noon: string
  morning: string
  afternoon: string
  evening: string
  /** The whole day: no time. */
  endOfDay: string
  am: string
  pm: string
}

export const clockWords: Readonly<Record<Language, ClockWords>> = {
  en: {
    clock: 'at|by|before|until|around|about',
    hours: 'one two three four five six seven eight nine ten eleven twelve'.split(' '),
    before: { 'half past|half': 30, 'quarter past|a quarter past': 15, 'quarter to|a quarter to': -15 },
    noon: 'at noon|noon|midday|at midday|lunchtime|before lunch|lunch',
    morning: 'in the morning|morning|first thing in the morning|first thing',
    afternoon: 'in the afternoon|afternoon',
    evening: 'in the evening|evening|tonight',
    endOfDay: 'end of the day|end of day|eod|close of business|cob',
    am: 'am|a.m.',
    // "12 noon"
    pm: 'pm|p.m.|noon'
  },
  el: {
    clock: 'στις|στη|στη μία|ώρα|ως τις|μέχρι τις|έως τις|πριν τις|πριν από τις|γύρω στις|κατά τις|τις',
    halves: [
      'μιάμιση|μία και μισή',
      'δυόμισι|δυόμιση',
      'τρεισήμισι|τρεισήμιση',
      'τεσσερισήμισι|τεσσερισήμιση',
      'πεντέμισι|πεντέμιση',
      'εξίμισι|εξήμιση',
      'εφτάμισι|επτάμισι|εφτάμιση|επτάμιση',
      'οχτώμισι|οκτώμισι|οχτώμιση|οκτώμιση',
      'εννιάμισι|εννιάμιση',
      'δεκάμισι|δεκάμιση',
      'εντεκάμισι|εντεκάμιση',
      'δωδεκάμισι|δωδεκάμιση'
    ],
    after: { 'και μισή': 30, 'και τέταρτο': 15, 'παρά τέταρτο': -15 },
    noon: 'το μεσημέρι|μεσημέρι|μεσημεράκι',
    morning: 'το πρωί|πρωί|πρωί πρωί|πρωινό',
    afternoon: 'το απόγευμα|απόγευμα|απογευματάκι',
    evening: 'το βράδυ|βράδυ|απόψε',
    endOfDay: 'τέλος της ημέρας|τέλος ημέρας|τέλος της μέρας',
    am: 'πμ|π.μ.',
    pm: 'μμ|μ.μ.'
  },
  es: {
    clock: 'a las|a la|las|antes de las|hasta las|sobre las|hacia las',
    after: { 'y media': 30, 'y cuarto': 15, 'menos cuarto': -15 },
    noon: 'al mediodía|a mediodía|del mediodía|mediodía|al medio día|medio día|antes de comer|a la hora de comer',
    morning: 'por la mañana|de la mañana|a la mañana|en la mañana|a primera hora de la mañana|a primera hora|temprano',
    afternoon: 'por la tarde|de la tarde|en la tarde|a la tarde|tarde',
    evening: 'por la noche|de la noche|en la noche|a la noche|noche|esta noche',
    endOfDay: 'al final del día|final del día|fin del día|al final de la jornada|final de la jornada',
    am: 'am|a. m.|a.m.',
    pm: 'pm|p. m.|p.m.'
  },
  et: {
    clock: 'kell|kella|kl',
    hours: [
      'üks|ühe|üheks',
      'kaks|kahe|kaheks',
      'kolm|kolme|kolmeks',
      'neli|nelja|neljaks',
      'viis|viie|viieks',
      'kuus|kuue|kuueks',
      'seitse|seitsme|seitsmeks',
      'kaheksa|kaheksaks',
      'üheksa|üheksaks',
      'kümme|kümne|kümneks',
      'üksteist|üheteistkümne|üheteistkümneks',
      'kaksteist|kaheteistkümne|kaheteistkümneks'
    ],
    // half of the fourth hour, a quarter of it, three quarters
    before: { kolmveerand: -15, pool: -30, veerand: -45 },
    noon: 'keskpäeval|keskpäevaks|keskpäev|lõuna ajal|lõunal|lõunaks|lõuna|enne lõunat|lõunani',
    morning: 'hommikul|hommikuks|hommik|esimese asjana',
    afternoon: 'pärastlõunal|pärastlõunaks|pärast lõunat|pealelõunal|peale lõunat',
    evening: 'õhtul|õhtuks|õhtu',
    endOfDay: 'päeva lõpuks|päeva lõpus|päeva lõpp|päeva lõpuni|tööpäeva lõpuks|tööpäeva lõpuni',
    am: 'el|e.l.',
    pm: 'pl|p.l.'
  },
  fil: {
    clock: 'alas|ala|nang alas|ng alas|sa alas|bago mag alas|pagsapit ng alas|mga alas',
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
    after: { 'y medya|imedya|i medya': 30, 'y kinse': 15 },
    noon: 'ng tanghali|sa tanghali|nang tanghali|tanghali|bago magtanghali|ng tanghaling tapat|tanghaling tapat|sa pananghalian',
    morning: 'ng umaga|sa umaga|nang umaga|umaga',
    afternoon: 'ng hapon|sa hapon|nang hapon|hapon',
    evening: 'ng gabi|sa gabi|nang gabi|gabi|mamayang gabi',
    endOfDay: 'sa katapusan ng araw|katapusan ng araw|pagtatapos ng araw|bago matapos ang araw',
    am: 'am|a.m.|n.u.',
    pm: 'pm|p.m.|n.h.'
  }
}
