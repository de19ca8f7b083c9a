import { aReportOf, by } from '../../support/case-acts.ts'
import { actOf, type CaseAct, createCaseClient, type OwnCase, reportOf } from '../../support/case-client.ts'
import type { ProductCloud } from '../../support/product-cloud.ts'
import type { Told } from '../../support/world/world.ts'
import { meansOf, type Place, ways } from './means.ts'

/** A walk that did not get where it should have. */
export class Stuck extends Error {
  override readonly name = 'Stuck'
}

/** Somebody who takes cases along their ways over HTTP, and keeps what they were told. */
export interface Walker {
  newCase(): Promise<OwnCase>
  /** Sends the act; a success is noted on the case. */
  send(own: OwnCase, act: CaseAct): Promise<Told>
  /** Takes the named acts one after the other; throws {@link Stuck} where one is refused. */
  take(own: OwnCase, names: readonly string[]): Promise<void>
  /** A new case, brought to the stage. */
  at(stage: string): Promise<OwnCase>
  /** The whole case file. */
  file(id: string): Promise<object>
  /** Notes on the case what its file says now. */
  look(own: OwnCase): Promise<void>
  close(): void
}

const HOUR = 3_600_000
const PATIENCE = 50

/** `told`: where answers are kept, of several walkers in one list. */
export async function createWalker(cloud: ProductCloud, tenant: string, told: Told[]): Promise<Walker> {
  const inCounty = (claims: CaseAct['claims']) => ({ ...claims, tenant })
  const reader = inCounty(by('w-reader', undefined, 'shift-leader'))
  const log = { note: async (entry: Told) => void told.push(entry), close: () => undefined }
  const client = createCaseClient(cloud.baseUrl, cloud.issuer, log)

  async function ask(submission: Parameters<typeof client.send>[0]): Promise<Told> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const answer = await client.send(submission)
      if (answer) return answer
    }
    throw new Stuck(`${submission.path} was not answered`)
  }

  async function newCase(): Promise<OwnCase> {
    const { body, claims } = aReportOf()
    const answer = await ask(reportOf(tenant, body, inCounty(claims)))
    if (answer.version === undefined) throw new Stuck(`a report was answered ${answer.answer}`)
    return { id: answer.caseId, version: 1, stage: 'reported' }
  }

  async function send(own: OwnCase, act: CaseAct): Promise<Told> {
    const answer = await ask(actOf(tenant, own, { ...act, claims: inCounty(act.claims) }))
    if (answer.version !== undefined) {
      own.version = answer.version
      own.stage = (JSON.parse(answer.answer) as OwnCase).stage
    }
    return answer
  }

  const placeOf = (): Place => ({
    other: lead.id,
    soon: `${new Date(cloud.clock.now() + HOUR).toISOString().slice(0, 19)}Z`,
  })

  async function take(own: OwnCase, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const act = meansOf(name)?.(placeOf())
      if (!act) throw new Stuck(`nobody knows how to ${name}`)
      const { version, code, answer } = await send(own, act)
      if (version === undefined) throw new Stuck(`${name} at ${own.stage}: ${code} ${answer.slice(0, 300)}`)
    }
  }

  async function at(stage: string): Promise<OwnCase> {
    const way = ways[stage]
    if (!way) throw new Stuck(`nobody knows the way to ${stage}`)
    const own = await newCase()
    await take(own, way)
    if (own.stage !== stage) throw new Stuck(`the way to ${stage} led to ${own.stage}`)
    return own
  }

  async function file(id: string): Promise<object> {
    const { status, body } = await cloud.get(`/api/t/${tenant}/cases/${id}`, reader)
    if (status !== 200) throw new Stuck(`the file of ${id} was answered ${status}`)
    return body
  }

  async function look(own: OwnCase) {
    const { version, stage } = (await file(own.id)) as OwnCase
    own.version = version
    own.stage = stage
  }

  const lead = await newCase()
  return { newCase, send, take, at, file, look, close: client.close }
}
