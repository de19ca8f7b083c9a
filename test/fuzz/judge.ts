import { canonical } from '../../shared/kernel/canonical.ts'
import { commonRefusals } from '../../shared/kernel/contract.ts'
import { problemSchema } from '../../shared/kernel/problem.ts'
import { type RefusalCode, refusals } from '../../shared/kernel/refusals.ts'
import type { Told } from '../probe/http.ts'
import type { FuzzRequest } from './request.ts'

export const faults = ['5xx', 'outside the schema', 'invalid accepted', 'repeat answered otherwise'] as const
export type Fault = (typeof faults)[number]

export interface Finding {
  readonly fault: Fault
  readonly sentence: string
}

const finding = (fault: Fault, sentence: string): Finding => ({ fault, sentence })

/** What any path may be told before it is known which door it leads to. */
const anyDoor: readonly RefusalCode[] = ['unknown-path', 'method-not-allowed']
/** Answers of the gateway itself, which no function sees: too large for it, or not well encoded. */
const GATEWAYS_OWN = [400, 404, 413, 431]

/** What is wrong with an answer; nothing when the contract and the reason to refuse are kept to. */
export function judge(request: FuzzRequest, told: Told): Finding[] {
  if (told.status >= 500) return [finding('5xx', `${told.status} ${told.text.slice(0, 200)}`)]
  if (told.status >= 400) return judgeRefusal(request, told)
  return judgeAcceptance(request, told)
}

/** What is sent as many rows at once is answered row by row: the wrong ones are listed, the others taken. */
const isToldByRow = (body: unknown) => {
  const { problems } = (body ?? {}) as { problems?: unknown[] }
  return Array.isArray(problems) && problems.length > 0
}

function judgeAcceptance({ contract, mustRefuse, method }: FuzzRequest, { status, body }: Told): Finding[] {
  if (mustRefuse && !isToldByRow(body))
    return [finding('invalid accepted', `${status}, though: ${mustRefuse}`)]
  // a stray request that found a door after all, or asked only what is allowed
  if (!contract || method === 'OPTIONS' || method === 'HEAD') return []
  if (status !== contract.status) return [finding('outside the schema', `${status}, not ${contract.status}`)]
  if (!contract.output) return []
  const read = contract.output.safeParse(body)
  if (!read.success) return [finding('outside the schema', read.error.message.slice(0, 300))]
  const same = canonical(read.data) === canonical(body)
  return same ? [] : [finding('outside the schema', 'the answer carries more than the contract says')]
}

function judgeRefusal({ contract, method, raw, path }: FuzzRequest, told: Told): Finding[] {
  const type = String(told.headers['content-type'] ?? '')
  if (!type.startsWith('application/problem+json')) {
    const mayBeGateway =
      type === 'application/json' && GATEWAYS_OWN.includes(told.status) && isGateways(told, path, raw)
    return mayBeGateway || method === 'HEAD' ? [] : [finding('outside the schema', `${told.status} ${type}`)]
  }
  if (method === 'HEAD') return []
  const read = problemSchema.strict().safeParse(told.body)
  if (!read.success) return [finding('outside the schema', read.error.message.slice(0, 300))]
  const code = read.data.code as RefusalCode
  const allowed = contract ? [...commonRefusals(contract), ...contract.refusals] : Object.keys(refusals)
  if (![...allowed, ...anyDoor].includes(code))
    return [finding('outside the schema', `the contract does not list ${code}`)]
  return judgeWords(told, code, read.data)
}

function judgeWords(
  told: Told,
  code: RefusalCode,
  problem: { status: number; title: string; fields?: unknown },
) {
  const language = told.headers['content-language'] === 'en' ? 'en' : 'zh'
  const expected = refusals[code]
  if (told.status !== expected.status || problem.status !== told.status)
    return [finding('outside the schema', `${code} with status ${told.status}`)]
  if (problem.title !== expected[language].title)
    return [finding('outside the schema', `${code} in other words: ${problem.title}`)]
  return []
}

/** Whether API Gateway itself would refuse this: its words, and a reason for them. */
function isGateways(told: Told, path: string, raw: string | Buffer | undefined): boolean {
  const reasons: Readonly<Record<number, boolean>> = {
    400: !isWellEncoded(path),
    404: !path.startsWith('/api'),
    413: raw !== undefined && Buffer.byteLength(raw) > 4_000_000,
    431: true,
  }
  return typeof told.body?.message === 'string' && reasons[told.status] === true
}

function isWellEncoded(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0]!)
    return true
  } catch {
    return false
  }
}
