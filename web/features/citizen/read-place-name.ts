import { cache } from 'react'
import { readPublicCounty } from '#shared/intake/citizen-contract'
import { ask } from '../../lib/api.ts'

/** What the county is called; undefined when it takes no reports of citizens. Asked once for a page. */
export const readPlaceName = cache(async (county: string): Promise<string | undefined> => {
  const reply = await ask(readPublicCounty, { params: { county } })
  return reply.ok ? reply.value.placeName : undefined
})
