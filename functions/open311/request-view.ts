import type { CaseRecord } from '#shared/cases/record'
import { kindOf } from '#shared/catalogue/rules'
import { chinaDate, type Instant, instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { maskNumbers } from '#shared/kernel/mask'
import { lifecycle, publicStatusOf } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import type { Fields } from '#shared/open311/georeport'
import type { Asked } from './ask.ts'
import type { CaseFile, Told } from './ports.ts'

/** How much of a case whoever asks is told. */
interface Reading {
  /** They reported it themselves. */
  readonly own: boolean
  readonly extended: boolean
}

export const isOpen = ({ stage }: Pick<CaseRecord, 'stage'>) => lifecycle[stage].open

/** When it was reported here: what another county passes on counts from the day of its number. */
export function requestedAt({ number, reportedAt, origin }: CaseRecord): Instant {
  if (!origin) return reportedAt
  const day = number.slice(6, 14)
  return instantOf(Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T00:00:00+08:00`))
}

export const updatedAt = ({ closedAt, entered }: CaseRecord): Instant => closedAt ?? entered

/** `20261124`: the day, in China, as numbers of cases have it. */
export const dayOf = (instant: Instant) => chinaDate(Date.parse(instant)).replaceAll('-', '')

/**
 * A case as GeoReport tells of it. Nobody but who reported it is told what was written, and where it is only once it is
 * filed: until then it may be about somebody's home and be about nothing. Of people nothing is told at all.
 */
export async function requestView(
  asked: Asked,
  { record, words }: Told,
  { own, extended }: Reading,
): Promise<Fields> {
  const { needs, county, language } = asked
  const { number, stage, kind, area, unit, handling } = record
  const catalogue = kind ? await needs.catalogue() : undefined
  const named = kind && catalogue && kindOf(catalogue.kinds, kind)
  const places = area ? await needs.placeNames(area) : []
  const status = publicStatusOf(stage)
  const agency = unit && (await needs.unitName(unit))
  const position = own || record.condition ? words.position : undefined
  return {
    service_request_id: number,
    status: isOpen(record) ? 'open' : 'closed',
    status_notes: publicStatusWording[status][language],
    ...(named && { service_name: named.name[language] }),
    service_code: kind ?? UNKNOWN_KIND,
    ...(own && { description: maskNumbers(words.words) }),
    ...(agency && { agency_responsible: agency }),
    requested_datetime: requestedAt(record),
    updated_datetime: updatedAt(record),
    ...(isOpen(record) && handling && { expected_datetime: handling.due }),
    address: [...(own ? [maskNumbers(words.place)] : []), ...places, county.placeName].join(', '),
    ...(area && { address_id: area }),
    ...(position && { lat: position.latitude, long: position.longitude }),
    ...(own && (await mediaOf(asked, words.photos))),
    ...(extended && { extended_attributes: await extensionsOf(asked, { record, words }, own) }),
  }
}

/** A kind is named by whoever accepts the report at the latest. */
const UNKNOWN_KIND = '0'

async function mediaOf(asked: Asked, photos: readonly string[] = []) {
  const [first] = photos
  return first ? { media_url: await mediaUrl(asked, first) } : {}
}

async function mediaUrl({ needs, county, endpoint }: Asked, photo: string): Promise<string> {
  const pass = new URLSearchParams({ jurisdiction_id: county.code, pass: await needs.photoPass(photo) })
  return `${endpoint}/media/${photo}.jpg?${pass}`
}

async function extensionsOf(asked: Asked, { record, words }: Told, own: boolean): Promise<Fields> {
  const { photos = [] } = words
  return {
    channel: record.channel,
    state: publicStatusOf(record.stage),
    ...(own && photos.length > 0 && { photos: await Promise.all(photos.map((one) => mediaUrl(asked, one))) }),
  }
}

/** What became of it, each status once. */
export const notesOf = ({ history }: Pick<CaseFile, 'history'>, language: Language): Fields[] =>
  history
    .map(({ to, at }) => ({ type: publicStatusOf(to), at }))
    .filter(({ type }, at, all) => type !== all[at - 1]?.type)
    .map(({ type, at }) => ({ datetime: at, type, description: publicStatusWording[type][language] }))
