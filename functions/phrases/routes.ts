import type { phraseContracts } from '#shared/phrases/contract'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { keepPhrases } from './keep-phrases.ts'
import type { PhrasesOf } from './ports.ts'

interface Needs {
  readonly phrasesOf: PhrasesOf
  readonly clock: Clock
}

export const phraseRoutes = ({ phrasesOf, clock }: Needs): Routes<(typeof phraseContracts)[number]> => ({
  'list-phrases': async ({ signedIn }) => {
    const { version = 0, phrases = {} } = (await phrasesOf(signedIn.tenant).inForce()) ?? {}
    return { version, phrases }
  },
  'keep-phrases': ({ signedIn: { tenant, person, posts }, key, input }) =>
    keepPhrases({ store: phrasesOf(tenant), clock })({
      person,
      post: posts.find((one) => one === 'administrator') ?? 'shift-leader',
      key,
      ...input,
    }),
})
