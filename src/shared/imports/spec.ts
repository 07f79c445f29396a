import type { ImportField } from '../contract/imports'
import { m } from '../messages/messages.js'

/** A field, with how it is called and what usually heads it. */
export type Spec = ImportField & {
  label: () => string
  /** Headers that usually mean this field, in small letters without spaces or signs. */
  known: string
}

/** Makes a field of its parts. */
export const field = (
  id: string,
  kind: ImportField['kind'],
  label: () => string,
  known: string,
  more: { required?: boolean; choices?: readonly string[] } = {}
): Spec => ({ id, kind, label, known, required: more.required ?? false, ...(more.choices ? { choices: more.choices } : {}) })

export const needed = { required: true }
export const externalId = (known: string) => field('externalId', 'text', m.imports_field_external_id, `id externalid ${known}`)
export const customer = field(
  'customer',
  'customer',
  m.imports_field_customer,
  'customer customername client clientname company companyname organisation organization organizationname account accountname billingcompany associatedcompany organisationname customercompany contactcompany usercompany requestercompany userorganization userorganisation customerorganization customerdisplayname accountnames companynames customeraccount businessname πελάτης εταιρεία επωνυμία cliente empresa organización klient kliendinimi ettevõte kostumer kliyente kunde kundenname firma',
  needed
)
/** Where the customers are people, two of one name are told apart by it. */
export const customerAddress = field(
  'customerAddress',
  'text',
  m.imports_field_customer_address,
  'customeremail email buyeremail billingemail requesteremail contactemail consumeremail emailaddress useremail personemail contactemailaddress customeremailaddress calleremail'
)
export const zone = field('zone', 'zone', m.imports_field_zone, 'timezone zone tz')
