import { MOST_PHOTOS, type ReportInput, reporter, reportInput } from '#shared/cases/case'
import { conditionOf, kindOf } from '#shared/catalogue/rules'
import { fieldProblems, plainText } from '#shared/kernel/fields'
import { type FieldProblem, isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { MOST_DESCRIPTION } from '#shared/open311/georeport'
import { type Asked, given } from './ask.ts'
import { COMPONENT, isComponentKind, OBSERVED } from './services.ts'

/** What the form of a request says, as a report of the county takes it; photos come apart. */
export interface FormRead {
  readonly input: ReportInput
  readonly pictures: readonly string[]
}

const description = plainText(2, MOST_DESCRIPTION)
const place = plainText(2, 200)
/** Degrees as people and programs write them, and no other spelling of numbers. */
const DEGREES = /^[+-]?\d{1,3}(\.\d{1,15})?$/

/** Reads the form, and looks up what it names: all that cannot be taken is told at once, by the names of the form. */
export async function readReportForm(asked: Asked): Promise<FormRead | Refusal> {
  const { form, needs } = asked
  const kind = given(form, 'service_code')
  if (kind === undefined) return refuse('invalid-input', { fields: [problem('service_code', 'missing')] })
  const catalogue = await needs.catalogue()
  const known = catalogue && kindOf(catalogue.kinds, kind)
  if (!known) return refuse('unknown-service')
  const told = attributesOf(form)
  const observed = told.get(OBSERVED)
  const condition = observed === undefined ? undefined : conditionOf(catalogue.conditions, observed)
  const position = positionOf(form)
  const where = {
    ...(position && !('code' in position) && { position }),
    ...(given(form, 'address_id') && { area: given(form, 'address_id')! }),
  }
  const component = told.get(COMPONENT)
  const located = await needs.locate(where)
  const words = text(form, 'description', description)
  const address = text(form, 'address_string', place)
  const who = reporterOf(form)
  const pictures = form.getAll('media_url').filter((url) => url.trim() !== '')
  const problems = [
    ...[position, words, address, who].filter((one): one is FieldProblem => isProblemOf(one)),
    ...(isRefusal(located) ? (located.fields ?? []).flatMap(formField) : []),
    ...(Object.keys(where).length === 0 && address === undefined && !isProblemOf(position)
      ? [problem('address_string', 'missing')]
      : []),
    ...[...told.keys()]
      .filter((code) => !offered(code, kind))
      .map((code) => problem(`attribute[${code.slice(0, 40).toWellFormed()}]`, 'unknown-field')),
    ...(observed !== undefined && condition?.kind !== kind
      ? [problem(`attribute[${OBSERVED}]`, 'not-offered')]
      : []),
    ...(component !== undefined && isComponentKind(kind) && !(await needs.isComponent(component, kind))
      ? [problem(`attribute[${COMPONENT}]`, 'unknown-id')]
      : []),
    ...pictures.filter((url) => !isFetchable(url)).map(() => problem('media_url', 'wrong-format')),
    ...(pictures.length + asked.files.length > MOST_PHOTOS
      ? [{ ...problem('media_url', 'too-big'), limit: MOST_PHOTOS }]
      : []),
  ]
  if (problems.length > 0 || isRefusal(located))
    return refuse('invalid-input', { fields: firstOfEach(problems) })
  const names = await needs.placeNames(located.code)
  const lines = [words as string | undefined, condition?.filing.zh].filter(Boolean)
  const input: ReportInput = {
    words: lines.length > 0 ? lines.join('\n') : known.name.zh,
    place: (address as string | undefined) ?? placeIn([...names].toReversed().join(''), asked),
    kind,
    ...where,
    ...(component && { component }),
    ...(who && !isProblemOf(who) && { reporter: who }),
  }
  return { input, pictures }
}

const placeIn = (names: string, { county }: Asked) => (names || county.placeName).slice(0, 200)

const problem = (field: string, code: FieldProblem['code']): FieldProblem => ({ field, code })
const isProblemOf = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'field' in value
const firstOfEach = (problems: readonly FieldProblem[]) =>
  [...new Map(problems.toReversed().map((one) => [one.field, one])).values()].toReversed()

const offered = (code: string, kind: string) =>
  code === OBSERVED || (code === COMPONENT && isComponentKind(kind))

/** `attribute[code]=value`, or `attribute[code][]=value` of a list: the first value of each. */
function attributesOf(form: URLSearchParams): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of form) {
    const code = /^attribute\[([^\]]*)\](\[\])?$/.exec(name)?.[1]
    if (code !== undefined && value.trim() !== '' && !found.has(code)) found.set(code, value.trim())
  }
  return found
}

function positionOf(form: URLSearchParams) {
  const [lat, long] = [given(form, 'lat'), given(form, 'long')]
  if (lat === undefined && long === undefined) return undefined
  if (lat === undefined) return problem('lat', 'missing')
  if (long === undefined) return problem('long', 'missing')
  if (!DEGREES.test(lat)) return problem('lat', 'wrong-format')
  if (!DEGREES.test(long)) return problem('long', 'wrong-format')
  const position = { longitude: Number(long), latitude: Number(lat) }
  const parsed = reportInput.shape.position.safeParse(position)
  if (parsed.success) return position
  const [first] = fieldProblems(parsed.error)
  return { ...first!, field: first!.field === 'latitude' ? 'lat' : 'long' }
}

function text(
  form: URLSearchParams,
  name: string,
  schema: typeof description,
): string | undefined | FieldProblem {
  const value = given(form, name)
  if (value === undefined) return undefined
  // what was no UTF-8 stands as this sign
  if (value.includes('\ufffd')) return problem(name, 'broken-text')
  const parsed = schema.safeParse(value.replaceAll('\r\n', '\n'))
  return parsed.success ? parsed.data : { ...fieldProblems(parsed.error)[0]!, field: name }
}

/** Kept apart from the case, and only with a number that they can be reached by. */
function reporterOf(form: URLSearchParams): ReportInput['reporter'] | FieldProblem {
  const phone = given(form, 'phone')?.replace(/[\s-]/g, '')
  if (phone === undefined) return undefined
  const name = [given(form, 'last_name'), given(form, 'first_name')].filter(Boolean).join('')
  const parsed = reporter.safeParse({ phone, ...(name && { name }) })
  if (parsed.success) return parsed.data
  const [first] = fieldProblems(parsed.error)
  return { ...first!, field: first!.field === 'phone' ? 'phone' : 'first_name' }
}

function isFetchable(url: string): boolean {
  if (url.length > 2_000 || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return ['http:', 'https:'].includes(protocol) && !username && !password
}

/** What the form calls a field of a report. */
export function formField({ field, ...rest }: FieldProblem): FieldProblem[] {
  const names: Readonly<Record<string, string>> = {
    position: 'lat',
    area: 'address_id',
    kind: 'service_code',
    words: 'description',
    place: 'address_string',
    component: `attribute[${COMPONENT}]`,
    photos: 'media',
  }
  return [{ ...rest, field: names[field] ?? field }]
}
