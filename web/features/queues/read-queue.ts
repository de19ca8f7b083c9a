import { cache } from 'react'
import type { CaseLine } from '#shared/cases/case'
import { listQueue } from '#shared/cases/contract'
import { ask, type Reply } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import type { Tab } from './tabs.ts'

/** Cases of a list that are looked at, the most urgent first: more than anybody clears in a shift. */
const MOST = 300
const PAGE = 100

export interface Queue {
  readonly lines: readonly CaseLine[]
  /** False where the list has more than was read. */
  readonly whole: boolean
  readonly serverTime: string
}

/**
 * What waits in a tab, asked for once per request. The list may hold cases of other stages, by what they ask of the post:
 * those are told elsewhere.
 */
export const readQueue = cache(readAll)

async function readAll(
  county: string,
  post: Tab['post'],
  stage: Tab['stage'],
  unit: string | undefined,
): Promise<Reply<Queue>> {
  const lines: CaseLine[] = []
  let after: string | undefined
  for (let read = 0; read < MOST; read += PAGE) {
    const reply = await ask(listQueue, {
      params: { county, post },
      query: { limit: String(PAGE), ...(after && { after }), ...(unit && { unit }) },
    })
    if (!reply.ok) return reply
    lines.push(...reply.value.cases.filter((line) => line.stage === stage))
    after = reply.value.next
    const { serverTime } = reply.value
    if (!after || read + PAGE >= MOST) return { ok: true, value: { lines, whole: !after, serverTime } }
  }
  throw new Error('The last page returns.')
}

/** The lists whose names a row shows. */
export const namesOfRows = ['unit', 'kind', 'area'] as const satisfies readonly (keyof Names)[]
