'use server'
import { accountActs } from '#shared/identity/accounts'
import { actOnAccount } from '#shared/identity/accounts-contract'
import { isPost, posts } from '#shared/lifecycle/posts'
import {
  addPerson,
  changePerson,
  changeStandIns,
  inviteAgain,
  leavePost,
} from '#shared/organisation/people-contract'
import type { StandIn } from '#shared/organisation/staff'
import { readPeople } from '../../lib/names.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed, ticked } from '../forms/carry-out.ts'

const heldIn = (typed: Typed) => {
  const boxes = ticked(typed, 'posts')
  return posts.filter((post) => boxes.includes(post))
}

const phoneOf = ({ phone = '' }: Typed) => phone.replace(/\s/g, '')

export async function invite(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(addPerson, form, (typed) => ({
    params: { county: typed.county ?? '' },
    body: {
      contact: { name: typed.name ?? '', phone: phoneOf(typed) },
      posts: heldIn(typed),
      ...(typed.unit && { unit: typed.unit }),
    },
    to: afterDone(settingsPaths.people(typed.county ?? ''), 'invited'),
  }))
}

export async function change(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(changePerson, form, (typed) => ({
    params: { county: typed.county ?? '', person: typed.person ?? '' },
    body: {
      version: Number(typed.version),
      posts: heldIn(typed),
      ...(typed.unit && { unit: typed.unit }),
      ...((typed.name || typed.phone) && { contact: { name: typed.name ?? '', phone: phoneOf(typed) } }),
    },
    to: afterDone(settingsPaths.person(typed.county ?? '', typed.person ?? ''), 'changed'),
  }))
}

/** Those that were not ticked away, and the one that was filled in. */
export async function standIn(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', person = '', post = '', whom, from = '', until = '', version } = typed
  const now = (await readPeople(county)).find((one) => one.person === person)?.standIns ?? []
  const away = ticked(typed, 'away')
  const kept = now.filter((_, at) => !away.includes(String(at)))
  const added: StandIn[] = isPost(post) && whom ? [{ post, for: whom, from, until }] : []
  return carryOut(changeStandIns, form, () => ({
    params: { county, person },
    body: { version: Number(version), standIns: [...kept, ...added] },
    to: afterDone(settingsPaths.person(county, person), 'standIns'),
  }))
}

export async function again(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(inviteAgain, form, ({ county = '', person = '' }) => ({
    params: { county, person },
    body: {},
    to: afterDone(settingsPaths.person(county, person), 'invited'),
  }))
}

export async function leave(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(leavePost, form, ({ county = '', person = '', version }) => ({
    params: { county, person },
    body: { version: Number(version) },
    to: afterDone(settingsPaths.people(county), 'left'),
  }))
}

export async function actOnOne(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(actOnAccount, form, ({ county = '', person = '', version, act }) => ({
    params: { county, person, act: accountActs.find((one) => one === act) ?? 'end-sessions' },
    body: { version: Number(version) },
    to: afterDone(settingsPaths.accounts(county), 'acted'),
  }))
}
