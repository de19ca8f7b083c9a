import type { citizenContracts } from '#shared/intake/citizen-contract'
import { instantOf } from '#shared/kernel/instant'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { addressRange } from './address-range.ts'
import { createChallenges } from './challenges.ts'
import { followReport, objectPublicly, ratePublicly } from './follow-report.ts'
import { listNearby } from './list-nearby.ts'
import { bitsNeeded } from './pass-gate.ts'
import type {
  CitizenCases,
  CitizenChannel,
  Counters,
  CountyDigests,
  CountyGround,
  FollowedCases,
  RatingStore,
  RecentCases,
} from './ports.ts'
import { reportPublicly } from './report-publicly.ts'

export interface GateStores {
  readonly digests: CountyDigests
  readonly counters: Counters
}

interface Needs {
  /** Whether the county takes reports of citizens now; one that is not registered does not. */
  isOpenTo(tenant: string): Promise<boolean>
  /** What the county is called; undefined of one that is not open to citizens. */
  channelOf(tenant: string): Promise<CitizenChannel | undefined>
  gateOf(tenant: string): GateStores
  followedOf(tenant: string): FollowedCases
  ratingsOf(tenant: string): RatingStore
  groundOf(tenant: string): CountyGround
  recentOf(tenant: string): RecentCases
  casesOf(tenant: string): Promise<CitizenCases>
  readonly clock: Clock
  newSalt(): string
}

export const citizenRoutes = ({
  isOpenTo,
  channelOf,
  gateOf,
  followedOf,
  ratingsOf,
  groundOf,
  recentOf,
  casesOf,
  ...given
}: Needs): Routes<(typeof citizenContracts)[number]> => {
  const gate = (tenant: string) => {
    const stores = { ...gateOf(tenant), ...given }
    return { ...stores, challenges: createChallenges(stores) }
  }
  const following = async (tenant: string) => ({
    ...gate(tenant),
    followed: followedOf(tenant),
    ratings: ratingsOf(tenant),
    cases: await casesOf(tenant),
  })

  return {
    'read-public-county': async ({ params: { county } }) => {
      const channel = await channelOf(county)
      return channel?.open ? { county, placeName: channel.placeName } : refuse('channel-closed')
    },
    'read-challenge': async ({ params: { county }, query, address }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      const needs = gate(county)
      const bits = await bitsNeeded(needs)(query.for, { address })
      if (bits === 0) return { bits }
      const { challenge, untilMs } = await needs.challenges.make(addressRange(address), bits)
      return { bits, challenge, until: instantOf(untilMs) }
    },
    'report-publicly': async ({ params: { county }, ...call }) => {
      const channel = await channelOf(county)
      if (!channel) return refuse('channel-closed')
      return reportPublicly({ ...gate(county), cases: await casesOf(county), isOpen: channel.open })(call)
    },
    'read-progress': async ({ params: { county, number }, query, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-report')
      return followReport(await following(county))({ number, code: query.code, address, language })
    },
    'object-publicly': async ({ params: { county, number }, input, key, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-report')
      return objectPublicly(await following(county))({ number, ...input, key, address, language })
    },
    'rate-publicly': async ({ params: { county, number }, input, key, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-report')
      return ratePublicly(await following(county))({ number, ...input, key, address, language })
    },
    'list-nearby': async ({ params: { county }, query: { longitude, latitude }, language }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      const point = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
      const needs = { tenant: county, ground: groundOf(county), recent: recentOf(county) }
      const reports = await listNearby(needs)(point, language)
      return { reports, serverTime: instantOf(given.clock.now()) }
    },
  }
}
