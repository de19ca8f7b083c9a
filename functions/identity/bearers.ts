import type { Clock } from '../kernel/clock.ts'
import type { Bearers, InvitationStore, SessionDesk } from './ports.ts'
import { postsOf } from './posts-of.ts'

interface Needs {
  readonly storeOf: (scope: string) => Pick<InvitationStore, 'staff'>
  readonly sessionsOf: (scope: string) => SessionDesk
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

/** A code that ends in 00 is a city's own; all others are counties' (GB/T 2260). */
const isCity = (scope: string) => scope.endsWith('00')

function named(bearer: string) {
  const dot = bearer.indexOf('.')
  return { scope: bearer.slice(0, dot), person: bearer.slice(dot + 1) }
}

export const bearers = ({ storeOf, sessionsOf, clock, realNow }: Needs): Bearers => ({
  async mayCome(bearer, session) {
    const who = named(bearer)
    if ((await postsOf({ storeOf, clock }, who)).length === 0) return false
    return session === undefined || sessionsOf(who.scope).isOpen(who.person, session, realNow())
  },
  async claims(bearer) {
    const who = named(bearer)
    const posts = await postsOf({ storeOf, clock }, who)
    return { [isCity(who.scope) ? 'city' : 'tenant']: who.scope, person: who.person, posts }
  },
  async openSession(bearer, session) {
    const { scope, person } = named(bearer)
    await sessionsOf(scope).open(person, session, realNow())
  },
  async closeSession(bearer, session) {
    const { scope, person } = named(bearer)
    await sessionsOf(scope).end(person, session)
  },
})
