import { createHash, createHmac } from 'node:crypto'
import type { AuditAct } from '#shared/audit/act'
import type { ActInput, Receipt } from '#shared/cases/case'
import {
  type HandlingLink,
  isLinkedStage,
  type LinkedCase,
  linkActions,
  linkHolds,
} from '#shared/cases/handling-link'
import type { CaseRecord } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { caseLineOf } from '#shared/cases/view'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { maskNumbers } from '#shared/kernel/mask'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { type Actor, actionsFor } from '#shared/lifecycle/decide'
import type { Action } from '#shared/lifecycle/lifecycle'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { actOnCase } from './act-on-case.ts'
import type { CaseStore, HandlingLinks, References } from './ports.ts'

export interface LinkNeeds {
  readonly tenant: string
  readonly store: CaseStore
  readonly links: HandlingLinks
  readonly references: References
  readonly clock: Clock
  readonly terms: Terms
  /** 32 random bytes in base64url. */
  readonly newSalt: () => string
}

interface Held {
  readonly caseId: string
  readonly secret: string
  /** What the device calls itself. */
  readonly device: string
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const secretOf = (salt: string, key: string) => createHmac('sha256', salt).update(key).digest('base64url')

/**
 * A new link for the unit that has the case now; an earlier one is over. A repeat is given the same secret, be it over by
 * then: the command keeps a salt, and the secret follows from that and its key.
 */
export const makeHandlingLink =
  ({ tenant, store, links, clock, newSalt }: LinkNeeds) =>
  async ({ caseId, person, key }: { caseId: string; person: string; key: string }) => {
    const submission = { key, bodyHash: bodyHashOf({ person, caseId }) }
    const made = await oneEffect(links, submission, async () => {
      const record = await store.read(caseId)
      if (!record) return refuse('unknown-case')
      if (!record.unit || !isLinkedStage(record)) return refuse('link-not-possible')
      const at = instantOf(clock.now())
      const salt = newSalt()
      const digest = digestOf(secretOf(salt, key))
      const { unit, episode } = record
      const act: AuditAct = {
        act: 'handling-link-made',
        actor: person,
        post: 'dispatcher',
        subject: caseId,
        details: { tenant, unit },
        at,
      }
      const answer = { case: caseId, unit, salt }
      const link = { unit, episode, digest, madeBy: person, madeAt: at }
      const outcome = await links.keep(caseId, link, { ...submission, act, answer })
      return outcome === 'changed' ? outcome : answer
    })
    if (isRefusal(made)) return made
    const { salt, ...answer } = made
    return { ...answer, secret: secretOf(salt, key) }
  }

/** The case of a link, on the device that opened it first. */
export const openHandlingLink =
  (needs: LinkNeeds) =>
  async ({ language, ...held }: Held & { language: Language }): Promise<LinkedCase | Refusal> => {
    const link = await heldLink(needs, held)
    if (isRefusal(link)) return link
    const file = await needs.store.readFile(held.caseId)
    if (!file || !linkHolds(link, file.record)) return refuse('link-over')
    const { terms, clock } = needs
    const nowMs = clock.now()
    const { number, version, stage, due, lamp } = caseLineOf(file.record, { terms, nowMs, language })
    const { grants } = terms
    const possible = actionsFor(file.record, actorOf(link), {
      at: instantOf(nowMs),
      ...(grants && { grants }),
    })
    return {
      number,
      version,
      stage,
      ...(due && { due }),
      ...(lamp && { lamp }),
      words: maskNumbers(file.words.words),
      place: file.words.place,
      ...(file.words.position && { position: file.words.position }),
      actions: possible
        .filter(({ action }) => linkActions.includes(action))
        .map(({ action, evidence, may }) => ({ action, evidence: [...evidence], may: [...may] })),
      serverTime: instantOf(nowMs),
    }
  }

/** An act of the unit by its link: judged as a handler's of that unit, each once by the case's own stages. */
export const actByHandlingLink =
  (needs: LinkNeeds) =>
  async (asked: Held & { action: Action; input: ActInput; key: string }): Promise<Receipt | Refusal> => {
    const { caseId, action, input, key } = asked
    const link = await heldLink(needs, asked)
    if (isRefusal(link)) return link
    const record: CaseRecord | undefined = await needs.store.read(caseId)
    if (!record || record.episode !== link.episode) return refuse('link-over')
    const { version, evidence } = input
    return actOnCase(needs)({
      actor: actorOf(link),
      caseId,
      input: { version, acts: [{ action, evidence }] },
      key,
    })
  }

const actorOf = ({ unit }: HandlingLink): Actor & { kind: 'person' } => ({
  kind: 'person',
  person: `link-${unit}`,
  posts: ['handler'],
  unit,
})

/** The link that this secret opens, bound to this device from now on if it was to none. */
async function heldLink(
  { links }: LinkNeeds,
  { caseId, secret, device }: Held,
): Promise<HandlingLink | Refusal> {
  const link = await links.of(caseId)
  if (!link || link.digest !== digestOf(secret)) return refuse('link-over')
  const own = digestOf(device)
  if (link.device === undefined) {
    const bound = await links.bind(caseId, link, own)
    if (bound === 'bound') return { ...link, device: own }
    return (await links.of(caseId))?.device === own ? link : refuse('link-taken')
  }
  return link.device === own ? link : refuse('link-taken')
}
