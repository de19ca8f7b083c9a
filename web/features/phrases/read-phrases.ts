import { cache } from 'react'
import { listPhrases } from '#shared/phrases/contract'
import { ask } from '../../lib/api.ts'

/** The county's own phrases, asked for once per request; none where they cannot be had: the usual ones help as well. */
export const readPhrases = cache(async (county: string) => {
  const reply = await ask(listPhrases, { params: { county } })
  return reply.ok ? reply.value.phrases : {}
})
