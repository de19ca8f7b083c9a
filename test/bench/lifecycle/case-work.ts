import { randomUUID } from 'node:crypto'
import { createCaller, type Told } from '../../probe/http.ts'
import { ACTED_COUNTY, aReportOf, by, CONDITION, LEAD_UNIT, mainLine } from '../../support/case-acts.ts'
import type { CaseAct } from '../../support/case-client.ts'
import type { MortalProduct } from '../../support/mortal-product.ts'

/** Work on cases over HTTP, signed in as each post. */
export interface CaseWork {
  readonly actsOfLifecycle: number
  /** A case from report to close, as far as time is; answers how many acts were committed. */
  lifecycle(until: number): Promise<number>
  /**
   * Has the county accept and file by rule what its hotline reports of the kind of these cases. Before any case comes in:
   * what a county's cases run by is read anew every half minute.
   */
  fileByRule(): Promise<void>
  /**
   * Milliseconds from the answer to the filing until the queue of the unit has the case. `settled` is awaited before: what
   * led to the filing is long done on any day.
   */
  untilSeenOnceFiled(settled: () => Promise<void>): Promise<number>
  /** The same from the answer to a report that rules accept and file. */
  untilSeenOnceReported(settled: () => Promise<void>): Promise<number>
  close(): void
}

const CASES = `/api/t/${ACTED_COUNTY}/cases`
const PATIENCE_MS = 30_000
const KIND = CONDITION.slice(0, 5)
const worker = by('p-handler', LEAD_UNIT, 'handler')
const TENANT = `/api/city/500000/tenants/${ACTED_COUNTY}`
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const [accept, file] = mainLine as [CaseAct, CaseAct]

export function createCaseWork({ cloud, issuer }: Pick<MortalProduct, 'cloud' | 'issuer'>): CaseWork {
  const caller = createCaller(cloud().access.baseUrl!)
  const exp = Math.floor(Date.now() / 1000) + 7_200
  const tokens = new Map<string, Promise<string>>()
  function bearer(claims: CaseAct['claims']) {
    const name = JSON.stringify(claims)
    if (!tokens.has(name)) tokens.set(name, issuer.token({ ...claims, exp }))
    return tokens.get(name)!
  }

  async function ask(method: 'GET' | 'POST', path: string, claims: CaseAct['claims'], body?: object) {
    const headers = {
      authorization: `Bearer ${await bearer(claims)}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    }
    const told: Told = await caller.ask({ method, path, headers, ...(body && { body }) })
    if (told.status >= 300) throw new Error(`${method} ${path}: ${told.status} ${told.body?.code}`)
    return told.body
  }
  let callers = 0
  const report = (more: object = {}) => {
    const { body, claims } = aReportOf()
    // as on any day, hardly anyone calls twice: the history of one number is one item
    const phone = `138${String(++callers).padStart(8, '0')}`
    return ask('POST', CASES, claims, { ...body, reporter: { ...body.reporter, phone }, ...more })
  }
  const act = (id: string, version: number, { action, claims, evidence }: CaseAct) =>
    ask('POST', `${CASES}/${id}/actions/${action}`, claims, { version, evidence })

  async function untilSeen(id: string): Promise<number> {
    const began = performance.now()
    while (performance.now() - began < PATIENCE_MS) {
      const path = `/api/t/${ACTED_COUNTY}/queues/handler?unit=${LEAD_UNIT}&limit=100`
      const { cases } = await ask('GET', path, worker)
      const line = cases.find((one: { id: string }) => one.id === id)
      if (line) {
        const ms = performance.now() - began
        // out of the way again: the queue stays short
        await finish(id, line.version)
        return ms
      }
    }
    throw new Error(`The case ${id} is not in the queue of its unit after ${PATIENCE_MS / 1_000} s.`)
  }
  async function finish(id: string, version: number) {
    let next = version
    for (const one of mainLine.slice(3)) next = (await act(id, next, one)).version
  }

  return {
    actsOfLifecycle: 1 + mainLine.length,
    async lifecycle(until) {
      let { id, version } = await report()
      let acts = 1
      for (const one of mainLine) {
        if (performance.now() >= until) break
        version = (await act(id, version, one)).version
        acts++
      }
      return acts
    },
    async fileByRule() {
      const { version, settingsNow } = await ask('GET', TENANT, commission)
      const filedByRule = [{ condition: CONDITION, channels: ['hotline'] }]
      await ask('POST', `${TENANT}/settings`, commission, {
        version,
        settings: { ...settingsNow.settings, filedByRule },
      })
    },
    async untilSeenOnceFiled(settled) {
      const { id, version } = await report()
      const accepted = await act(id, version, accept)
      await settled()
      await act(id, accepted.version, file)
      return untilSeen(id)
    },
    async untilSeenOnceReported(settled) {
      await settled()
      const { id } = await report({ kind: KIND, channel: 'hotline' })
      return untilSeen(id)
    },
    close: caller.close,
  }
}
