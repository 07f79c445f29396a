import type { Language } from '../values/languages'

/** Words that an answer to a customer does not want, folded, each a beginning of words; parted by a bar. */
interface Unfit {
  /** Lays it at their door. */
  blame: string
  /** Words of our house that they need not know. */
  jargon: string
  /** Says so little that it makes them angrier. */
  hollow: string
}

export const unfit: Record<Language, Unfit> = {
  en: {
    blame:
      'you should have|you failed|your fault|your mistake|your own fault|as i already|as already mentioned|as previously stated|per my last|you did not read|you didn t read|you forgot|you must understand|obviously|unfortunately you|you claim|you allege',
    jargon:
      'sla|slas|eta|rma|kpi|backlog|stakeholder|escalation matrix|root cause|asap|fyi|eod|touch base|circle back|bandwidth|leverage|ticket|tier 2|l2|root-cause|deprioriti|action item',
    hollow:
      'we apologise for any inconvenience|we apologize for any inconvenience|for any inconvenience|your call is important|we value your business|company policy|our policy|it is our policy|as soon as possible|in due course|rest assured'
  },
  el: {
    blame:
      'επρεπε να ειχατε|δικο σας λαθος|δικο σας σφαλμα|φταιτε|οπως σας ειπα|οπως ηδη σας|οπως προαναφερθηκε|ξεχασατε|ισχυριζεστε|προφανως|δεν διαβασατε',
    jargon: 'sla|eta|kpi|backlog|ticket|stakeholder|asap|εσκαλαρ|κλιμακωση επιπεδου|rma|tier 2',
    hollow:
      'για την οποια ταλαιπωρια|για οποιαδηποτε ταλαιπωρια|το συντομοτερο δυνατο|πολιτικη της εταιρειας|εν ευθετω χρονω|μειντε ησυχ'
  },
  es: {
    blame:
      'deberia haber|usted no leyo|es culpa suya|por su culpa|su error|como ya le dije|como ya le indique|como se menciono|se olvido de|usted alega|usted afirma|obviamente',
    jargon: 'sla|eta|kpi|backlog|ticket|stakeholder|asap|rma|escalar|escalado|tier 2|feedback',
    hollow:
      'las molestias ocasionadas|cualquier molestia|lo antes posible|a la mayor brevedad|politica de la empresa|politica de la compania|a su debido tiempo|quede tranquil'
  },
  et: {
    blame:
      'oleksite pidanud|teie viga|teie suu|nagu juba utlesin|nagu juba mainitud|unustasite|te vaidate|ilmselgelt|te ei lugenud',
    jargon: 'sla|eta|kpi|backlog|ticket|pilet|stakeholder|asap|rma|eskaleeri|tier 2',
    hollow:
      'voimalike ebamugavuste|mis tahes ebamugavus|esimesel voimalusel|nii kiiresti kui voimalik|ettevotte poliitika|omal ajal|olge mureta'
  },
  fil: {
    blame:
      'dapat ninyo|dapat mo|kasalanan ninyo|kasalanan mo|mali ninyo|gaya ng nasabi ko|gaya ng sinabi ko na|nakalimutan ninyo|nakalimutan mo|malinaw naman',
    jargon: 'sla|eta|kpi|backlog|ticket|stakeholder|asap|rma|i-escalate|escalat|tier 2',
    hollow: 'anumang abala|sa lalong madaling panahon|patakaran ng kumpanya|sa takdang panahon|makatitiyak kayo'
  }
}
