import { setTimeout } from 'node:timers/promises'
import { demonstrationStaff } from '../../functions/demonstration/faces.ts'
import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import { chinaDate, instantOf } from '../../shared/kernel/instant.ts'
import type { Access } from '../local/main.ts'
import { type Ask, openDoor, type Signed } from './demonstration/door.ts'
import { drawnPhoto } from './demonstration/drawn-photo.ts'
import { openCounty } from './demonstration/open-county.ts'
import { type Played, playStory } from './demonstration/play-story.ts'
import { readSetting, type Setting } from './demonstration/read-setting.ts'
import { type Photos, type Story, storiesOf } from './demonstration/stories.ts'
import type { IdentityParameters } from './demonstration-key.ts'

const CITY = '500000'
/** 云阳县 works, 奉节县 was built and is not used, 城口县 has only just been laid. */
const LIVELY = { tenant: '500235', name: '云阳县' } as const
const UNUSED = { tenant: '500236', name: '奉节县' } as const
const NEW = { tenant: '500229', name: '城口县' } as const
const DAYS = 30
/** What the unused county did of it: one report in so many, and no more than its first steps. */
const UNUSED_SHARE = 60
const UNUSED_STEPS = 2
const WRITERS = 16
const PATIENCE_MS = 60_000

const commission: Signed = { city: CITY, person: 'demo-commission', posts: ['commission-administrator'] }

/** Where it lies. */
export interface Demonstration {
  readonly baseUrl: string
  readonly identity: IdentityParameters
  readonly access: Access
  /** Of the trade's clock, epoch milliseconds. */
  readonly now: number
}

/**
 * Fills an empty demonstration: counties are laid through the product's own doors; what happened in them before today is
 * made by the product's own rules and put into its tables, for no door takes the past. A demonstration that has its
 * county already is left as it is. Answers whether anything was done.
 */
export async function seedDemonstration({ baseUrl, identity, access, now }: Demonstration): Promise<boolean> {
  const ask = await openDoor(baseUrl, identity)
  if ((await ask('GET', pathOf(LIVELY.tenant), commission)).status === 200) return false
  await ask('POST', `/api/city/${CITY}`, commission, { name: '重庆市' })
  await Promise.all([LIVELY, UNUSED, NEW].map((county) => lay(ask, county)))
  const photos = await takePhotos(ask, LIVELY.tenant)
  const stories = storiesOf(now, DAYS, photos)
  await fill({ ask, access, now }, LIVELY.tenant, stories, photos)
  const few = stories
    .filter((_, index) => index % UNUSED_SHARE === 0)
    .map((story) => ({ ...story, steps: story.steps.slice(0, UNUSED_STEPS) }))
  const elsewhere = await takePhotos(ask, UNUSED.tenant)
  await fill({ ask, access, now }, UNUSED.tenant, few, elsewhere)
  return true
}

const pathOf = (tenant: string) => `/api/city/${CITY}/tenants/${tenant}`

async function lay(ask: Ask, { tenant, name }: { tenant: string; name: string }) {
  const administrator = { name: '孙悦', phone: `139${tenant}01` }
  await ask('POST', `/api/city/${CITY}/tenants`, commission, { tenant, name, administrator })
  const giveUp = Date.now() + PATIENCE_MS
  while (Date.now() < giveUp) {
    const { onboarding } = (await ask('GET', pathOf(tenant), commission)).body as {
      onboarding?: { state?: string }
    }
    if (onboarding?.state === 'done') return
    await setTimeout(100)
  }
}

/** Drawings, taken in as anybody's photos are. */
async function takePhotos(ask: Ask, tenant: string): Promise<Photos> {
  const collector: Signed = { tenant, person: 'demo-collector', posts: ['collector'] }
  const take = async (moment: 'before' | 'after') => {
    const path = `/api/t/${tenant}/photos`
    const { photo, upload } = (await ask('POST', path, collector, {}, `demonstration-photo-${moment}`))
      .body as {
      photo: { id: string }
      upload: { url: string; fields: Record<string, string> }
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(upload.fields)) form.set(name, value)
    form.set('file', new Blob([drawnPhoto(moment)], { type: 'image/png' }))
    await fetch(upload.url, { method: 'POST', body: form })
    const { status } = await ask('POST', `${path}/${photo.id}/finish`, collector, {})
    if (status >= 300) throw new Error(`A drawing was not taken in: ${status}.`)
    return photo.id
  }
  return { before: await take('before'), after: await take('after') }
}

type Means = Pick<Demonstration, 'access' | 'now'> & { readonly ask: Ask }

/** People with names, and what they did until now. */
async function fill({ ask, access, now }: Means, tenant: string, stories: readonly Story[], photos: Photos) {
  const county = await openCounty(access, tenant)
  try {
    for (const [index, { person, post, name, unit }] of demonstrationStaff.entries()) {
      const key = `demonstration-${person}`
      await county.staff.add(
        {
          key,
          bodyHash: key,
          act: { act: 'person-added', actor: 'system', subject: person, at: instantOf(now) },
          answer: { person },
        },
        { person, posts: [post], standIns: [], state: 'active', version: 1, ...(unit && { unit }) },
        { name, phone: `138${tenant}${String(index + 10)}` },
      )
    }
    const setting = await readSetting(ask, tenant, stories)
    const played = playAll(stories, { ...setting, now, photo: photos.before })
    let next = 0
    const write = async () => {
      while (next < played.length) {
        const { report, advance } = played[next++]!
        await county.cases.create(report)
        if (advance) await county.cases.advance(advance)
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, write))
  } finally {
    county.close()
  }
}

function playAll(stories: readonly Story[], setting: Setting & { now: number; photo: string }): Played[] {
  const ofDay = new Map<string, number>()
  return stories.map((story) => {
    const day = chinaDate(story.reportedAt)
    const serial = (ofDay.get(day) ?? 0) + 1
    ofDay.set(day, serial)
    return playStory(story, { ...setting, terms: { ...setting.terms, calendar: defaultCalendar }, serial })
  })
}
