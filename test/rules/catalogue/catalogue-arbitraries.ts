import fc from 'fast-check'
import { type Catalogue, type Condition, grades, kindStatuses } from '../../../shared/catalogue/catalogue.ts'
import { classOf } from '../../../shared/catalogue/rules.ts'
import { type LimitUnit, limitUnits } from '../../../shared/kernel/limit.ts'

const units = Object.keys(limitUnits) as LimitUnit[]

/** Codes of few classes and few kinds, so that two catalogues often share some. */
export const kindCodes = fc
  .tuple(fc.constantFrom('101', '104', '204'), fc.integer({ min: 0, max: 99 }))
  .map(([classCode, minor]) => classCode + String(minor).padStart(2, '0'))

const fewCodes = fc.uniqueArray(fc.constantFrom('10101', '10102', '10199', '10401', '20401', '20499'), {
  minLength: 1,
})

const word = fc.constantFrom('甲', '乙', '丙')

const conditionParts = fc.record({
  grade: fc.constantFrom(...grades),
  amount: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom(...units),
  confirmed: fc.boolean(),
  word,
})

const kindParts = fc.record({
  word,
  status: fc.constantFrom(...kindStatuses),
  conditions: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
  parts: fc.array(conditionParts, { minLength: 3, maxLength: 3 }),
})

/** Catalogues that hold together, in the order of their codes. */
export const catalogues: fc.Arbitrary<Catalogue> = fewCodes.chain((codes) =>
  fc
    .record({ version: fc.constantFrom('v1', 'v2', 'v3'), parts: fc.array(kindParts, tuple(codes)) })
    .map(({ version, parts }) => {
      const sorted = codes.toSorted()
      return {
        version,
        classes: [...new Set(sorted.map(classOf))].map((code, at) => ({
          code,
          name: { zh: parts[at]!.word, en: `Class ${code}` },
        })),
        kinds: sorted.map((code, at) => ({
          code,
          name: { zh: parts[at]!.word, en: `Kind ${code}` },
          status: parts[at]!.status,
        })),
        conditions: sorted.flatMap((kind, at) => conditionsFrom(kind, parts[at]!)),
      }
    }),
)

const tuple = (codes: readonly string[]) => ({ minLength: codes.length, maxLength: codes.length })

type KindParts = typeof kindParts extends fc.Arbitrary<infer T> ? T : never

const conditionsFrom = (kind: string, { conditions, parts }: KindParts): Condition[] =>
  conditions
    .toSorted((a, b) => a - b)
    .map((no, at) => {
      const { grade, amount, unit, confirmed, word } = parts[at]!
      const said = (of: string) => ({ zh: `第${no}条的${of}是${word}`, en: `The ${of} of ${no} is ${word}` })
      return {
        kind,
        no,
        grade,
        limit: { amount, unit },
        confirmed,
        filing: said('立案'),
        closing: said('结案'),
      }
    })
