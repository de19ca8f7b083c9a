import type { citizenContracts } from '#shared/intake/citizen-contract'
import { instantOf } from '#shared/kernel/instant'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { addressRange } from './address-range.ts'
import { createChallenges } from './challenges.ts'
import { followReport, objectPublicly } from './follow-report.ts'
import { bitsNeeded } from './pass-gate.ts'
import type { CitizenCases, Counters, CountyDigests, FollowedCases } from './ports.ts'
import { reportPublicly } from './report-publicly.ts'

export interface GateStores {
  readonly digests: CountyDigests
  readonly counters: Counters
}

interface Needs {
  /** Whether the county takes reports of citizens now; one that is not registered does not. */
  isOpenTo(tenant: string): Promise<boolean>
  gateOf(tenant: string): GateStores
  followedOf(tenant: string): FollowedCases
  casesOf(tenant: string): Promise<CitizenCases>
  readonly clock: Clock
  newSalt(): string
}

export const citizenRoutes = ({
  isOpenTo,
  gateOf,
  followedOf,
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
    cases: await casesOf(tenant),
  })

  return {
    'read-challenge': async ({ params: { county }, query, address }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      const needs = gate(county)
      const bits = await bitsNeeded(needs)(query.for, { address })
      if (bits === 0) return { bits }
      const { challenge, untilMs } = await needs.challenges.make(addressRange(address), bits)
      return { bits, challenge, until: instantOf(untilMs) }
    },
    'report-publicly': async ({ params: { county }, ...call }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      return reportPublicly({ ...gate(county), cases: await casesOf(county) })(call)
    },
    'read-progress': async ({ params: { county, number }, query, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-report')
      return followReport(await following(county))({ number, code: query.code, address, language })
    },
    'object-publicly': async ({ params: { county, number }, input, key, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-report')
      return objectPublicly(await following(county))({ number, ...input, key, address, language })
    },
  }
}
