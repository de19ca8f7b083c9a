import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Handler, HistoryEvent, TestCloud } from '../states/support/cloud.ts'
import { openCloud, testFunctions } from '../states/support/cloud.ts'

/** Recordings from AWS, kept beside the project, never in it. */
const FOLDER = fileURLToPath(new URL('../../../../shared/conformance/asl/', import.meta.url))

export interface CaseEntry {
  id: string
  features: string[]
  file: string
}

type Step = { kind: string } & Record<string, unknown>

export interface Case {
  ignorePaths: string[]
  steps: Step[]
  expected: Record<string, { events: Record<string, unknown>[] }>
}

export type Verdict =
  | { verdict: 'matched' }
  | { verdict: 'unsupported'; reason: string }
  | { verdict: 'failed'; difference: string }

export const haveCases = () => existsSync(FOLDER)
export const listCases = () => JSON.parse(readFileSync(`${FOLDER}index.json`, 'utf8')) as CaseEntry[]
const readCase = (entry: CaseEntry) => JSON.parse(readFileSync(FOLDER + entry.file, 'utf8')) as Case

// what Python's runtime answers when a handler raises, its line of source included
function raiseException(): never {
  throw Object.assign(new Error('Some exception was raised.'), {
    name: 'Exception',
    stackTrace: [
      '  File "/var/task/handler.py", line 2, in handler\n    raise Exception("Some exception was raised.")\n',
    ],
  })
}

const HANDLERS: Record<string, Handler> = {
  'id_function.py': (event) => event,
  'raise_exception.py': raiseException,
}

/** Runs one recorded case on a cloud of its own and compares the histories event for event. */
export async function runCase(entry: CaseEntry): Promise<Verdict> {
  const recorded = readCase(entry)
  const cloud = openCloud({ functions: testFunctions() })
  try {
    for (const step of recorded.steps)
      if (step.kind === 'lambda') {
        const file = String(step.handler_file).split('/').at(-1)!
        cloud.functions.handlers[String(step.name)] = HANDLERS[file]!
      }
    const histories = await playSteps(cloud, recorded.steps)
    for (const [key, { events }] of Object.entries(recorded.expected)) {
      const difference = compareEvents(events, histories[key] ?? [], recorded)
      if (difference) return { verdict: 'failed', difference: `${key}: ${difference}` }
    }
    return { verdict: 'matched' }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === 'InvalidDefinition') return { verdict: 'unsupported', reason: message }
    throw error
  } finally {
    await cloud.close()
  }
}

/** Histories by the key under which they are expected. */
async function playSteps(cloud: TestCloud, steps: Step[]): Promise<Record<string, HistoryEvent[]>> {
  const histories: Record<string, HistoryEvent[]> = {}
  let execution = ''
  for (const step of steps) {
    if (step.kind === 'execution') {
      const machine = await cloud.machine(step.definition, 'sm')
      execution = await runToEnd(cloud, machine, step.input ?? {})
      histories.get_execution_history = await cloud.history(execution)
    } else if (step.kind === 'create_state_machine') await cloud.machine(step.definition, String(step.name))
    else if (step.kind === 'start_execution')
      execution = await runToEnd(cloud, String(step.stateMachineArn), step.input ?? {})
    else if (step.kind === 'match') histories[String(step.key)] = await cloud.history(execution)
  }
  return histories
}

async function runToEnd(cloud: TestCloud, machine: string, input: unknown): Promise<string> {
  const execution = await cloud.start(machine, input)
  await cloud.settled()
  // waits and retries pass on the virtual clock
  for (let day = 0; day < 3 && (await cloud.describe(execution)).status === 'RUNNING'; day++)
    await cloud.advance(86_400)
  return execution
}

export function compareEvents(
  expected: Record<string, unknown>[],
  actual: HistoryEvent[],
  { ignorePaths, steps }: Case,
): string | undefined {
  if (expected.length !== actual.length)
    return `${expected.length} events expected, ${actual.length} found (${actual.map((event) => event.type).join(', ')})`
  const ignored = ignorePaths.map(pathPattern)
  const literals = steps
    .filter((step) => step.kind === 'replace')
    .map((step) => [String(step.value), String(step.placeholder)] as const)
  return differ(expected, actual, '$.events', { ignored, literals })
}

interface Rules {
  ignored: RegExp[]
  literals: (readonly [string, string])[]
}

/** `$..a..b[4].c` as an expression on paths such as `$.events[4].a.b`. */
const pathPattern = (path: string) =>
  new RegExp(
    `^${path
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('\\.\\.', '\\.(?:.*\\.)?')
      .replace(/(events)(\\\.\(\?:\.\*\\\.\)\?)/g, '$1(?:\\[\\d+\\])?$2')}$`,
  )

function differ(expected: unknown, actual: unknown, path: string, rules: Rules): string | undefined {
  if (path.endsWith('.timestamp') || rules.ignored.some((ignored) => ignored.test(path))) return undefined
  if (typeof expected === 'string') return sameText(expected, actual, path, rules)
  const found = typeof actual === 'string' && typeof expected === 'object' ? parsed(actual) : actual
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null)
    return Object.is(expected, found) ? undefined : unlike(path, expected, actual)
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
  for (const key of keys) {
    const at = Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`
    const difference = differ(
      (expected as Record<string, unknown>)[key],
      (found as Record<string, unknown>)[key],
      at,
      rules,
    )
    if (difference) return difference
  }
  return undefined
}

// whole values the recording replaced by a word of its own
const WORDS = new Set([
  'timestamp',
  'date',
  'snf_role_arn',
  'RequestId',
  'x-amzn-RequestId',
  'X-Amzn-Trace-Id',
])
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

function sameText(expected: string, actual: unknown, path: string, rules: Rules): string | undefined {
  const found = typeof actual === 'string' ? actual : Array.isArray(actual) ? String(actual[0]) : undefined
  if (found === undefined) return unlike(path, expected, actual)
  if (WORDS.has(expected)) return undefined
  const replaced = rules.literals.reduce((text, [value, name]) => text.replaceAll(value, name), found)
  const pattern = expected
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('<partition>', 'aws')
    .replaceAll('<region>', 'us-east-1')
    .replace(/<uuid:\d+>/g, UUID)
  return new RegExp(`^${pattern}$`, 's').test(replaced) ? undefined : unlike(path, expected, replaced)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const unlike = (path: string, expected: unknown, actual: unknown) =>
  `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`
