import {
  apiKeyOf,
  type ClientRecord,
  type ClientView,
  clientViewOf,
  FORMER_KEY_HOURS,
  MOST_CLIENTS,
} from '#shared/exchange/client'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, type Command, oneEffect } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { timedId } from '../kernel/timed-id.ts'
import type { ClientStore, CountyDigests } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly store: ClientStore
  readonly digests: CountyDigests
  readonly clock: Clock
}

interface Asked {
  readonly person: string
  readonly key: string
}

interface WithKey {
  readonly client: ClientView
  readonly apiKey: string
}

const LETTERS_SHOWN = 4

/**
 * The secret of a key is made of the submission that asked for it by the county's own key: kept nowhere, and the same for
 * a repeat whose first answer was lost.
 */
async function keyFor({ digests }: Needs, id: string, { key }: Asked, nowMs: number) {
  const apiKey = apiKeyOf(id, await digests('api-key', `${id} ${key}`))
  return {
    apiKey,
    facts: {
      keyHash: sha256(apiKey),
      keyEnds: apiKey.slice(-LETTERS_SHOWN),
      keyMadeAt: instantOf(nowMs),
    },
  }
}

/** Lets a client in. */
export const createClient =
  (needs: Needs) =>
  async (asked: Asked, name: string): Promise<WithKey | Refusal> => {
    const { tenant, store, clock } = needs
    const submission = submissionOf(asked, { act: 'create-client', name })
    const client = await oneEffect(store, submission, async () => {
      const active = (await store.list()).filter(({ state }) => state === 'active')
      if (active.length >= MOST_CLIENTS) return refuse('too-many-clients')
      const nowMs = clock.now()
      const made = timedId(nowMs, `client ${tenant} ${asked.key}`)
      const { facts } = await keyFor(needs, made, asked, nowMs)
      const at = instantOf(nowMs)
      const client: ClientRecord = {
        id: made,
        version: 1,
        name,
        state: 'active',
        createdAt: at,
        createdBy: asked.person,
        ...facts,
      }
      return kept(store, { ...submission, act: actOf('client-created', asked, made, at) }, client)
    })
    return isRefusal(client) ? client : withKey(needs, client, asked)
  }

/** Gives a client another key; the one before opens for a day yet, so that nothing stands still while it is changed. */
export const renewClientKey =
  (needs: Needs) =>
  async (asked: Asked, { id, version }: { id: string; version: number }): Promise<WithKey | Refusal> => {
    const { store, clock } = needs
    const submission = submissionOf(asked, { act: 'renew-client-key', id, version })
    const renewed = await oneEffect(store, submission, async () => {
      const before = await seen(store, id, version)
      if (isRefusal(before)) return before
      const nowMs = clock.now()
      const until = instantOf(nowMs + FORMER_KEY_HOURS * 3_600_000)
      const { facts } = await keyFor(needs, id, asked, nowMs)
      const client: ClientRecord = {
        ...before,
        version: version + 1,
        former: { keyHash: before.keyHash, until },
        ...facts,
      }
      const act = actOf('client-key-renewed', asked, id, instantOf(nowMs))
      return kept(store, { ...submission, act }, client)
    })
    return isRefusal(renewed) ? renewed : withKey(needs, renewed, asked)
  }

/** Shuts a client out: none of its keys opens anything from the next request on. */
export const revokeClient =
  ({ store, clock }: Needs) =>
  async (asked: Asked, { id, version }: { id: string; version: number }): Promise<ClientView | Refusal> => {
    const submission = submissionOf(asked, { act: 'revoke-client', id, version })
    return oneEffect(store, submission, async () => {
      const before = await seen(store, id, version)
      if (isRefusal(before)) return before
      const at = instantOf(clock.now())
      const { former: _former, ...rest } = before
      const client: ClientRecord = { ...rest, version: version + 1, state: 'revoked', revokedAt: at }
      return kept(store, { ...submission, act: actOf('client-revoked', asked, id, at) }, client)
    })
  }

const submissionOf = ({ person, key }: Asked, body: object) => ({
  key,
  bodyHash: bodyHashOf({ person, ...body }),
})

const actOf = (act: string, { person }: Asked, subject: string, at: string) => ({
  act,
  actor: person,
  post: 'administrator',
  subject,
  at,
})

/** Keeps a client; the command answers how it was then, whatever becomes of it later. */
async function kept(
  store: ClientStore,
  command: Omit<Command, 'answer'>,
  client: ClientRecord,
): Promise<ClientView | 'changed'> {
  const answer = clientViewOf(client, command.act.at)
  const outcome = await store.keep({ ...command, answer }, client)
  return outcome === 'changed' ? outcome : answer
}

async function seen(store: ClientStore, id: string, version: number): Promise<ClientRecord | Refusal> {
  const client = await store.of(id)
  if (!client) return refuse('unknown-client')
  if (client.version !== version) return refuse('client-changed')
  return client.state === 'active' ? client : refuse('client-revoked')
}

/** The client with the key that this submission made, be there another by now. */
async function withKey(needs: Needs, client: ClientView, asked: Asked): Promise<WithKey> {
  const { apiKey } = await keyFor(needs, client.id, asked, needs.clock.now())
  return { client, apiKey }
}
