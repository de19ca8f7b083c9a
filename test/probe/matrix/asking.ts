import { countyPosts, type Row, type Variant, type Verdict } from './row.ts'

export const commissionAdministrators = ['commission-administrator'] as const

export const countyAdministrators = ['administrator'] as const

/** Nobody has seen that version: whoever may change is told so, and nothing is changed. */
export const STALE = { 'body.version': 999 } as const

export const plain = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'plain'] as const))

/** Somebody of the county, named by an id of no fixed form. */
export const colleague = { id: 'person', missing: '404 unknown-person', loose: true } as const

export const onlyLooking = (route: string, fields: Row['fields'] = {}): Row => ({
  route,
  audience: 'organisation',
  access: 'county',
  posts: [...countyPosts],
  fields: { 'path.county': 'county', ...fields },
  variants: [{ given: {}, allowed: 'all', verdict: '200' }],
})

/** A change that the county's administrators alone may ask for, asked so that nothing comes of it. */
export const countyChange = (
  route: string,
  fields: Row['fields'],
  variant: Pick<Variant, 'given' | 'verdict'>,
): Row => ({
  route,
  audience: 'organisation',
  access: 'county',
  posts: [...countyAdministrators],
  fields: { 'path.county': 'county', ...fields },
  variants: [{ ...variant, allowed: 'all' }],
})

/** Founded by the probe's world under 500000. */
export const FOUNDED = '500235'

/** Of another city, of no city, and of a code that nobody has founded. */
const elsewhere = ['510104', '599999', '500238', '50023', '5002350', '500235%23'] as const

/** A county named in the path: what is not of the asker's city looks as if it did not exist. */
export const ofTenant = (
  given: Readonly<Record<string, unknown>>,
  allowed: Variant['allowed'],
  verdict: Verdict,
): readonly Variant[] => [
  { given: { ...given, 'path.tenant': FOUNDED }, allowed, verdict },
  ...elsewhere.map(
    (tenant): Variant => ({
      given: { ...given, 'path.tenant': tenant },
      allowed,
      verdict: /^\d{6}$/.test(tenant) ? '404 unknown-tenant' : '400 invalid-input',
    }),
  ),
]
