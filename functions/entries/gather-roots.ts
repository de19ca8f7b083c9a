import { gatherRoots } from '../audit/gather-roots.ts'
import { tradeClock } from '../platform/clock.ts'
import { consumeSeenRows } from '../platform/queues/seen-rows.ts'
import { createRootStore } from '../platform/s3/root-store.ts'

export const handler = consumeSeenRows(gatherRoots({ roots: createRootStore(), clock: tradeClock }))
