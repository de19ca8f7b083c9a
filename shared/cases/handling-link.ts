import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { caseId, tenantCode, unitId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Action, actions, lifecycle, rulesOf, stages } from '../lifecycle/lifecycle.ts'
import { actInput, lampView, receipt } from './case.ts'
import { actRefusals } from './contract.ts'
import type { CaseRecord } from './record.ts'

/**
 * 一案一链: what a unit without accounts is sent for one case. Bound to the device that opens it first, good for that case
 * and that unit, over with the episode. The secret stands in the fragment of the address, so that no log has it.
 */
export interface HandlingLink {
  readonly unit: string
  readonly episode: number
  /** Of the secret; the secret itself is kept nowhere. */
  readonly digest: string
  readonly madeBy: string
  readonly madeAt: Instant
  /** Digest of what the device calls itself; absent until it is opened. */
  readonly device?: string
}

const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/)
const county = { county: tenantCode, case: caseId }

/** What a link lets its unit do: what a handler does to sign for a case and to bring it to its end. */
const offered: readonly Action[] = ['sign', 'return', 'report-back', 'ask-extension', 'ask-suspension']
export const linkActions = offered as readonly [Action, ...Action[]]

/** Stages in which a link is of use: the unit has the case. */
export const isLinkedStage = ({ stage }: Pick<CaseRecord, 'stage'>): boolean =>
  lifecycle[stage].open && rulesOf(stage).some(([action]) => offered.includes(action))

/** Whether the link still leads to this case: the same unit has it, in the same episode. */
export const linkHolds = ({ unit, episode }: HandlingLink, record: CaseRecord): boolean =>
  record.unit === unit && record.episode === episode && lifecycle[record.stage].open

export const makeHandlingLink = contract({
  name: 'make-handling-link',
  summary: { zh: '生成单案处置链接', en: 'Make a link for handling one case' },
  method: 'POST',
  path: '/api/t/{county}/cases/{case}/handling-links',
  audience: 'staff',
  access: 'county',
  posts: ['dispatcher'],
  params: z.strictObject(county),
  input: z.strictObject({}),
  output: z.object({ case: caseId, unit: unitId, secret: token }),
  status: 200,
  refusals: ['unknown-case', 'link-not-possible', 'link-over'],
})

/** As much of the case as its unit needs to find and mend it: not who reported it, not who did what. */
const linkedCase = z.object({
  number: z.string(),
  version: z.int(),
  stage: z.enum(stages),
  words: z.string(),
  place: z.string(),
  position: z.object({ longitude: z.number(), latitude: z.number() }).optional(),
  due: z.iso.datetime().optional(),
  lamp: lampView.optional(),
  actions: z.array(
    z.object({ action: z.enum(actions), evidence: z.array(z.string()), may: z.array(z.string()) }),
  ),
  serverTime: z.iso.datetime(),
})
export type LinkedCase = z.output<typeof linkedCase>

const held = { secret: token, device: token }
const linkRefusals = ['link-over', 'link-taken'] as const

export const openHandlingLink = contract({
  name: 'open-handling-link',
  summary: { zh: '打开单案处置链接', en: 'Open a link for handling one case' },
  method: 'POST',
  path: '/api/t/{county}/handling-links/{case}/openings',
  audience: 'staff',
  access: 'public',
  params: z.strictObject(county),
  input: z.strictObject(held),
  output: linkedCase,
  status: 200,
  refusals: linkRefusals,
})

export const actByHandlingLink = contract({
  name: 'act-by-handling-link',
  summary: { zh: '凭单案链接办理', en: 'Act on the case of a link' },
  method: 'POST',
  path: '/api/t/{county}/handling-links/{case}/actions/{action}',
  audience: 'staff',
  access: 'public',
  params: z.strictObject({ ...county, action: z.enum(linkActions) }),
  input: z.strictObject({ ...held, ...actInput.shape }),
  output: receipt,
  status: 200,
  refusals: [...linkRefusals, ...actRefusals],
})

export const handlingLinkContracts = [makeHandlingLink, openHandlingLink, actByHandlingLink] as const
