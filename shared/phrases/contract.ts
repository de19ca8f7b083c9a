import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { phrases, phrasesVersion } from './phrases.ts'

const ofCounty = z.strictObject({ county: tenantCode })

export const listPhrases = contract({
  name: 'list-phrases',
  summary: { zh: '常用语', en: "List the county's own phrases" },
  method: 'GET',
  path: '/api/t/{county}/phrases',
  audience: 'organisation',
  access: 'county',
  posts,
  params: ofCounty,
  /** `version`: 0 while the county has none of its own. */
  output: z.object({ version: z.int().min(0), phrases }),
  status: 200,
  refusals: [],
})

export const keepPhrases = contract({
  name: 'keep-phrases',
  summary: { zh: '修改常用语', en: "Keep the county's own phrases" },
  method: 'POST',
  path: '/api/t/{county}/phrases',
  audience: 'organisation',
  access: 'county',
  posts: ['administrator', 'shift-leader'],
  params: ofCounty,
  /** `version` of those that were shown; all of them are replaced. */
  input: z.strictObject({ version: z.int().min(0), phrases }),
  output: phrasesVersion,
  status: 200,
  refusals: ['record-changed'],
})

/** 常用语: sentences that are offered where opinions are written. */
export const phraseContracts = [listPhrases, keepPhrases] as const
