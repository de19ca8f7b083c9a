import { watchPlatform } from '../platform/dynamo/platform-watch.ts'
import { createSeenRows } from '../platform/queues/seen-rows.ts'

export const handler = watchPlatform(createSeenRows())
