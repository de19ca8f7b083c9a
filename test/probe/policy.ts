import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capture } from '../../infra/commands/processes.ts'
import { DECISIONS_FOLDER, type RecordedDecision } from '../support/decision-recorder.ts'
import { type GrantedAction, grantedActions } from './granted-actions.ts'
import { deniedForAReason, unusedForAReason } from './reasons.ts'

const write = (line: string) => void process.stdout.write(`${line}\n`)

/** Those that ask with a role of the product what the product does not, to see it denied. */
const ASKS_TO_BE_DENIED = ['**/isolation.test.ts']

/**
 * The roles of the synthesized templates against the calls that were made while the journeys ran: what was needed and
 * denied, and what is granted and was never used.
 */
export async function run(): Promise<boolean> {
  const recorded = await recordJourneys()
  const perPartition = ['us-east-1', 'cn-northwest-1'].map((region) => ({
    region,
    granted: grantedActions(region),
  }))
  const { granted } = perPartition[0]!
  const denials = recorded.filter(({ allowed }) => !allowed).map((one) => `${one.role} ${one.action}`)
  const denied = [...new Set(denials)].filter((name) => deniedForAReason[name] === undefined)
  const unused = granted.filter((one) => !isUsed(one, recorded))
  const unreasoned = unused.filter((one) => reasonOf(one) === undefined)
  const idle = [
    ...Object.keys(unusedForAReason).filter((name) => !unused.some((one) => namesOf(one).includes(name))),
    ...Object.keys(deniedForAReason).filter((name) => !denials.includes(name)),
  ]
  const scans = granted.filter(({ role, action }) => role.startsWith('Tenant') && action === 'dynamodb:Scan')
  const apart = differences(granted, perPartition[1]!.granted)

  for (const name of denied) write(`✘ denied but asked for: ${name}`)
  for (const one of unreasoned) write(`✘ granted but never used: ${wordsOf(one)}`)
  for (const name of idle) write(`✘ a reason for what is used, not granted or not denied any more: ${name}`)
  for (const one of scans) write(`✘ a tenant role may scan: ${wordsOf(one)}`)
  for (const words of apart) write(`✘ in one partition only: ${words}`)
  write(
    `calls decided: ${recorded.reduce((sum, { count }) => sum + count, 0)}, denied without a reason: ${denied.length}`,
  )
  write(
    `granted: ${granted.length} actions on resources, used: ${granted.length - unused.length}, unused for a reason: ${unused.length - unreasoned.length}, unused: ${unreasoned.length}`,
  )
  return [denied, unreasoned, idle, scans, apart].every((found) => found.length === 0)
}

async function recordJourneys(): Promise<RecordedDecision[]> {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'))
  try {
    const excluded = ASKS_TO_BE_DENIED.map((pattern) => `--exclude=${pattern}`)
    const { code, output } = await capture(
      'vitest',
      ['run', '--config', 'test/vitest.config.ts', ...excluded, 'test/journeys'],
      { [DECISIONS_FOLDER]: folder },
    )
    if (code !== 0) throw new Error(`The journeys fail:\n${output}`)
    return readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isUsed = ({ role, sid, action, resource }: GrantedAction, recorded: readonly RecordedDecision[]) =>
  recorded.some(
    (one) =>
      one.allowed &&
      one.role === role &&
      one.action.toLowerCase() === action.toLowerCase() &&
      one.grants.includes(`${sid} ${resource}`),
  )

const wordsOf = ({ role, sid, action, resource }: GrantedAction) =>
  `${role} ${sid} ${action} on its resource ${resource}`

/** The names under which a reason may stand, the broadest first. */
const namesOf = ({ role, sid, action, resource }: GrantedAction) => [
  sid,
  `${sid} ${action}`,
  `${role} ${sid}`,
  `${role} ${sid} ${action}`,
  `${role} ${sid} ${action} ${resource}`,
]

const reasonOf = (one: GrantedAction) =>
  namesOf(one)
    .map((name) => unusedForAReason[name])
    .find(Boolean)

function differences(a: readonly GrantedAction[], b: readonly GrantedAction[]): string[] {
  const [here, there] = [a, b].map((granted) => granted.map(wordsOf))
  const apart = [
    ...here!.filter((words) => !there!.includes(words)),
    ...there!.filter((words) => !here!.includes(words)),
  ]
  // X-Ray traces Lambda in one partition only
  return apart.filter((words) => !words.includes('xray:'))
}
