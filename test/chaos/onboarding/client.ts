import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestIssuer } from '../../support/test-issuer.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: documents of every door; whoever asks says what is expected
  body: any
}

/** Asks a cloud that may be killed at any moment: what was not answered is asked again, under the same key. */
export interface PersistentClient {
  get(path: string, claims: object): Promise<Answer>
  post(path: string, body: object, claims: object, key?: string): Promise<Answer>
  /** Answers that no door should give, other than those of a process that was killed. */
  faults(): readonly string[]
}

const AGAIN_AFTER_MS = 150
const LONGEST_MS = 120_000

export function createPersistentClient(baseUrl: () => string, issuer: TestIssuer): PersistentClient {
  const faults: string[] = []

  async function ask(path: string, claims: object, init: RequestInit): Promise<Answer> {
    const patient = performance.now() + LONGEST_MS
    while (performance.now() < patient) {
      const authorization = `Bearer ${await issuer.token({ ...claims })}`
      const answer = await fetch(new URL(path, baseUrl()), {
        ...init,
        headers: { ...init.headers, authorization },
      }).catch(() => undefined)
      const body = await answer?.json().catch(() => undefined)
      if (answer?.status === 500) faults.push(`${init.method ?? 'GET'} ${path}: 500 ${JSON.stringify(body)}`)
      if (answer && body && answer.status !== 429 && answer.status < 500)
        return { status: answer.status, body }
      await pause(AGAIN_AFTER_MS)
    }
    throw new Error(`${path} was not answered for ${LONGEST_MS / 1000} s.`)
  }

  return {
    faults: () => faults,
    get: (path, claims) => ask(path, claims, {}),
    post: (path, body, claims, key = randomUUID()) =>
      ask(path, claims, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
  }
}
