import { phrasesVersion } from '#shared/phrases/phrases'
import type { PhrasesOf } from '../../phrases/ports.ts'
import { keptStore } from './kept-store.ts'
import { perScope } from './stores.ts'

/** Counties' own phrases. */
export const createPhrases = (): PhrasesOf =>
  perScope(keptStore('PHRASES', (version) => phrasesVersion.parse(version)))
