import * as z from 'zod'
import { position, reportedArea } from '../cases/case.ts'
import { contract } from '../kernel/contract.ts'
import { plainText } from '../kernel/fields.ts'
import { caseId, caseNumber, kindCode, tenantCode, unitId } from '../kernel/ids.ts'
import { publicStatuses } from '../lifecycle/lifecycle.ts'

const sameCase = z.object({
  id: caseId,
  number: caseNumber,
  kind: kindCode.optional(),
  unit: unitId.optional(),
  place: z.string(),
  /** What its reporter wrote, without long numbers. */
  words: z.string(),
  status: z.enum(publicStatuses),
  /** The status in words. */
  name: z.string(),
  /** Whether a report may still be merged into it. */
  open: z.boolean(),
  reportedAt: z.iso.datetime(),
  /** From 0 to 1, two digits. */
  score: z.number().min(0).max(1),
  reasons: z.object({
    /** Between the two points; absent where one has none. */
    metres: z.int().optional(),
    /** In the same grid, or the same smallest area known. */
    sameArea: z.boolean(),
    kind: z.enum(['same', 'same-class', 'unknown']),
    /** Between the two reports. */
    hours: z.int(),
    /** That stand in both, the longest first. */
    words: z.array(z.string()),
  }),
})
export type SameCase = z.output<typeof sameCase>

/** 查重. Asked for in the body: what somebody says on the telephone is to stand in no address and in no log. */
export const findSameProblem = contract({
  name: 'find-same-problem',
  summary: { zh: '查找疑似重复案卷', en: 'Find cases that may be of the same problem' },
  method: 'POST',
  path: '/api/t/{county}/same-problem',
  audience: 'intake',
  access: 'county',
  posts: ['collector', 'acceptor', 'shift-leader', 'dispatcher'],
  params: z.strictObject({ county: tenantCode }),
  input: z.strictObject({
    kind: kindCode.exactOptional(),
    position: position.exactOptional(),
    area: reportedArea.exactOptional(),
    place: plainText(0, 200).default(''),
    words: plainText(0, 2000).default(''),
    /** The case that others are sought for, when it is one already. */
    except: caseId.exactOptional(),
  }),
  /** At most five, the likeliest first. */
  output: z.object({ cases: z.array(sameCase) }),
  status: 200,
  refusals: [],
})
