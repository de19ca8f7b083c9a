import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { personId, unitId } from '../kernel/ids.ts'
import type { Wording } from '../kernel/language.ts'
import { areaCode } from './codes.ts'
import { contact } from './people.ts'

/** Who handles: 专业部门, 街道/乡镇, 社区/村, a company of water, power, gas or telecom, and the centre's own people. */
export const unitKinds = ['department', 'street', 'community', 'company', 'centre'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitKindWording: Record<UnitKind, Wording> = {
  department: { zh: '部门', en: 'Department' },
  street: { zh: '街道（乡镇）', en: 'Street or town' },
  community: { zh: '社区（村）', en: 'Community or village' },
  company: { zh: '企业', en: 'Company' },
  centre: { zh: '监督指挥中心', en: 'Supervision and command centre' },
}

/** Component 1 or event 2, two digits of class. */
const classCode = z.string().regex(/^[12]\d{2}$/)

const MOST_CLASSES = 40
const MOST_DUTY_OFFICERS = 30

const unitFields = {
  name: plainText(1, 40),
  kind: z.enum(unitKinds),
  /** The area that a street or community handles for. */
  area: areaCode.exactOptional(),
  /** Classes of problems that it usually answers for; what it is sent is for the dispatcher and the rules to say. */
  classes: z.array(classCode).max(MOST_CLASSES),
  /** 负责人. */
  lead: personId.exactOptional(),
  /** 值班: who is asked when the lead does not answer. */
  duty: z.array(personId).max(MOST_DUTY_OFFICERS),
  /** Never signs in: its contact is telephoned, and somebody of the centre acts for it. */
  actedFor: z.boolean(),
  retired: z.boolean(),
}

/** Everything of a handling unit but the name and number of its contact. */
export const unit = z.object({ id: unitId, ...unitFields, version: z.int().min(1) })
export type Unit = Readonly<z.output<typeof unit>>
export type NewUnit = Omit<Unit, 'version'>

/** What somebody enters of a unit. */
export const unitInput = z.strictObject({ ...unitFields, contact: contact.exactOptional() })
export type UnitInput = Readonly<z.output<typeof unitInput>>

/** The people named in a unit, each once. */
export const peopleOfUnit = ({ lead, duty }: Pick<Unit, 'lead' | 'duty'>) => [
  ...new Set([...(lead ? [lead] : []), ...duty]),
]
