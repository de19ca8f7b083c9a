import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DynamoDbUnderTest, startDynamoDb } from '../../support/dynamodb-server.ts'
import { request } from './differential/requests.ts'
import { createTableInput, TABLES } from './differential/tables.ts'

let db: DynamoDbUnderTest
beforeAll(async () => {
  db = await startDynamoDb()
  for (const table of TABLES) await db.call('CreateTable', createTableInput(table))
})
afterAll(() => db.close())

type Step = { at: number; value: unknown }

/** Puts `value` somewhere into a document: at each level `at` chooses which member to go into. */
function damage(document: unknown, [step, ...deeper]: Step[]): unknown {
  if (!step) return document
  if (document === null || typeof document !== 'object') return step.value
  const names = Object.keys(document)
  const name = names[step.at % Math.max(1, names.length)]
  if (name === undefined) return step.value
  const member = (document as Record<string, unknown>)[name]
  const damaged = deeper.length > 0 ? damage(member, deeper) : step.value
  return Array.isArray(document)
    ? document.map((element, index) => (String(index) === name ? damaged : element))
    : { ...document, [name]: damaged }
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    -1,
    1.5,
    true,
    [],
    {},
    [null],
    { S: null },
    { L: [null] },
    '#',
    ':',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const steps = fc.array(fc.record({ at: fc.nat(20), value: junk }), { minLength: 1, maxLength: 6 })

/** The same members inside a transaction, so that its readers are damaged too. */
const inTransaction = ({ operation, input }: { operation: string; input: object }) => {
  const kind = { PutItem: 'Put', UpdateItem: 'Update', DeleteItem: 'Delete' }[operation]
  return kind
    ? { operation: 'TransactWriteItems', input: { TransactItems: [{ [kind]: input }] } }
    : { operation: 'TransactGetItems', input: { TransactItems: [{ Get: input }] } }
}

test('whatever is damaged in a request, the answer is a result or a refusal, never a crash', {
  timeout: 60_000,
}, async () => {
  const allowed = /ValidationException|SerializationException|ConditionalCheckFailed|ResourceNotFound|Cancel/
  await fc.assert(
    fc.asyncProperty(request, steps, fc.boolean(), async (whole, places, wrapped) => {
      const { operation, input } = wrapped ? inTransaction(whole) : whole
      const { status, body } = await db.call(operation, damage(input, places) ?? null)
      if (status !== 200) expect(String(body.__type)).toMatch(allowed)
    }),
    { numRuns: 3000 },
  )
})
