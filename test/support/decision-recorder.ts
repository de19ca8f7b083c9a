import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloudOptions } from '../../infra/local/main.ts'

type Decision = Parameters<NonNullable<LocalCloudOptions['onDecision']>>[0]

/** What was asked of a role, how often, and what allowed it. */
export interface RecordedDecision {
  /** The construct that the role belongs to: `Intake`. */
  readonly role: string
  readonly action: string
  readonly allowed: boolean
  /** Statement and number of its resource, `TakeTenantRole 0`; empty when nothing allows it. */
  readonly grants: readonly string[]
  count: number
}

/** Names the folder that local clouds of tests write their decisions to; see `npm run probe -- policy`. */
export const DECISIONS_FOLDER = 'CHENGYUN_DECISIONS'

/** Records decisions when a folder is given; `keep` writes them. */
export function decisionRecorder(folder = process.env[DECISIONS_FOLDER]) {
  if (!folder) return undefined
  const seen = new Map<string, RecordedDecision>()
  return {
    onDecision({ principal, action, verdict, grants }: Decision) {
      const role = /(\w+?)Role[0-9A-F]{8}/.exec(principal.roleArn ?? '')?.[1] ?? principal.arn
      const by = grants.flatMap(({ sid, resources }) => resources.map((index) => `${sid} ${index}`))
      const key = [role, action, verdict, ...by].join('|')
      const known = seen.get(key)
      if (known) known.count++
      else seen.set(key, { role, action, allowed: verdict === 'allowed', grants: by, count: 1 })
    },
    keep: () => writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify([...seen.values()])),
  }
}
