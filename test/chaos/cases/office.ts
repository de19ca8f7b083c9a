import { aReportOf, chooseAct, personalOfReports } from '../../support/case-acts.ts'
import { actOf, createCaseClient, type OwnCase, reportOf } from '../../support/case-client.ts'
import type { Chance } from '../../support/chance.ts'
import { observeWorld } from '../../support/observe-world.ts'
import type { ProductCloud } from '../../support/product-cloud.ts'
import { usualTerms } from '../../support/usual-terms.ts'
import type { Told, World } from '../../support/world/world.ts'

/** People at work on cases of a cloud in this process, with all that they were told. */
export interface Office {
  /** Reports so many cases and takes each some way. */
  work(cases: number): Promise<void>
  /** One act on every case that has one. */
  actOnEverything(): Promise<void>
  /** The world once nothing is on its way any more. */
  observe(): Promise<World>
  close(): void
}

const TENANT = '500235'
const MOST_ACTS = 14
const AT_ONCE = 8

export function createOffice(cloud: ProductCloud, chance: Chance): Office {
  const told: Told[] = []
  const log = { note: async (entry: Told) => void told.push(entry), close: () => undefined }
  const client = createCaseClient(cloud.baseUrl, cloud.issuer, log)
  const cases = new Map<string, OwnCase>()

  async function report(): Promise<OwnCase | undefined> {
    const { body, claims } = aReportOf()
    return learn(await client.send(reportOf(TENANT, body, claims)))
  }

  async function act(own: OwnCase): Promise<boolean> {
    const next = chooseAct(own.stage, chance)
    const answer = next && (await client.send(actOf(TENANT, own, next)))
    return learn(answer) !== undefined
  }

  function learn(answer: Told | undefined): OwnCase | undefined {
    if (answer?.version === undefined) return undefined
    const { id, version, stage } = JSON.parse(answer.answer) as OwnCase
    const own = { id, version, stage }
    cases.set(id, own)
    return own
  }

  return {
    async work(count) {
      let left = count
      const worker = async () => {
        while (left-- > 0) {
          const own = await report()
          for (let acts = chance.whole(0, MOST_ACTS); own && acts > 0; acts--)
            if (!(await act(cases.get(own.id)!))) break
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      await cloud.settled()
    },
    async actOnEverything() {
      for (const own of [...cases.values()]) await act(own)
      await cloud.settled()
    },
    async observe() {
      await cloud.settled()
      return observeWorld(cloud, {
        nowMs: cloud.clock.now(),
        settled: true,
        told: [...told],
        personal: personalOfReports,
        terms: usualTerms,
      })
    },
    close: client.close,
  }
}
