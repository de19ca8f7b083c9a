import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Phrases, PhrasesVersion } from '#shared/phrases/phrases'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { PhraseStore } from './ports.ts'

interface Keeping {
  readonly person: string
  /** In which they keep them. */
  readonly post: string
  readonly key: string
  /** Of those that were shown; 0 when there were none. */
  readonly version: number
  readonly phrases: Phrases
}

/** Replaces a county's own phrases; earlier versions are kept. */
export const keepPhrases =
  ({ store, clock }: { store: PhraseStore; clock: Clock }) =>
  ({ person, post, key, version, phrases }: Keeping): Promise<PhrasesVersion | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, version, phrases }) }
    return oneEffect(store, submission, async () => {
      if (((await store.inForce())?.version ?? 0) !== version) return refuse('record-changed')
      const at = instantOf(clock.now())
      const answer = { version: version + 1, at, person, phrases }
      const details = { version: answer.version, places: Object.keys(phrases).length }
      const act = { act: 'phrases-kept', actor: person, post, details, at }
      return (await store.keep(answer, { ...submission, act, answer })) === 'committed' ? answer : 'changed'
    })
  }
