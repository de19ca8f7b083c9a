import { randomUUID } from 'node:crypto'
import { createCaller } from '../probe/http.ts'
import type { Chance } from './chance.ts'
import type { TestIssuer } from './test-issuer.ts'
import type { ToldLog } from './told-log.ts'
import type { Told } from './world/world.ts'

/** One thing that somebody does with a case. */
export interface CaseAct {
  readonly action: string
  readonly claims: Readonly<Record<string, unknown>>
  readonly evidence: Readonly<Record<string, unknown>>
}

/** What may be done next with a case of this stage; undefined when it is over, or is left alone. */
export type ChooseAct = (stage: string, chance: Chance) => CaseAct | undefined

/** A case as the client knows it. */
export interface OwnCase {
  readonly id: string
  version: number
  stage: string
}

/** A submission that was sent and may have to be sent again, under the same key. */
export interface Submission {
  readonly path: string
  readonly key: string
  readonly body: object
  readonly claims: Readonly<Record<string, unknown>>
  readonly told: Pick<Told, 'tenant' | 'action' | 'seen'> & { readonly caseId?: string }
}

/** Works with cases over HTTP, and writes down on disk what it was told. */
export interface CaseClient {
  /** Undefined when nobody answered: the cloud was killed, or is too busy. */
  send(submission: Submission): Promise<Told | undefined>
  close(): void
}

export function createCaseClient(baseUrl: string, issuer: TestIssuer, log: ToldLog): CaseClient {
  const caller = createCaller(baseUrl)
  const tokens = new Map<string, Promise<string>>()
  const exp = Math.floor(Date.now() / 1000) + 7_200

  function tokenOf(claims: Submission['claims']): Promise<string> {
    const name = JSON.stringify(claims)
    const token = tokens.get(name) ?? issuer.token({ ...claims, exp })
    tokens.set(name, token)
    return token
  }

  return {
    async send({ path, key, body, claims, told }) {
      const headers = {
        authorization: `Bearer ${await tokenOf(claims)}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      }
      const answer = await caller.ask({ method: 'POST', path, headers, body }).catch(() => undefined)
      // a body that was cut off is no answer
      if (!answer?.body || answer.status === 429 || answer.status === 503) return undefined
      const entry: Told = {
        caseId: answer.body.id ?? '',
        ...told,
        key,
        body: JSON.stringify(body),
        status: answer.status,
        ...(answer.body.code && { code: answer.body.code }),
        ...(answer.body.version && { version: answer.body.version }),
        answer: JSON.stringify(answer.body),
      }
      await log.note(entry)
      return entry
    },
    close: caller.close,
  }
}

export const reportOf = (
  tenant: string,
  body: object,
  claims: Submission['claims'],
  key: string = randomUUID(),
): Submission => ({
  path: `/api/t/${tenant}/cases`,
  key,
  body,
  claims,
  told: { tenant, action: 'report' },
})

export const actOf = (
  tenant: string,
  { id, version }: OwnCase,
  { action, claims, evidence }: CaseAct,
  key: string = randomUUID(),
): Submission => ({
  path: `/api/t/${tenant}/cases/${id}/actions/${action}`,
  key,
  body: { version, evidence },
  claims,
  told: { tenant, action, caseId: id, seen: version },
})
