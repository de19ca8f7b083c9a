import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesError } from '../../../infra/local/states/language/failure.ts'
import type { Json } from '../../../infra/local/states/language/json.ts'
import { follow, place, readPath } from '../../../infra/local/states/language/paths.ts'
import { compileTemplate } from '../../../infra/local/states/language/query.ts'
import { readMachine } from '../../../infra/local/states/language/read-machine.ts'
import { parseInstant } from '../../../infra/local/states/language/wait.ts'

const machine = (state: object, more: object = {}) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S', States: { S: state }, ...more })
const task = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  End: true,
  ...more,
})
const map = (more: object, processor: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } }, ...processor },
  End: true,
  ...more,
})

describe('a definition is refused, in a sentence that names what and where,', () => {
  it.each<[string, string, string]>([
    ['when it is no JSON', '{', 'The definition is not a JSON object. (/)'],
    [
      'for a field the machine does not have',
      machine({ Type: 'Succeed' }, { Colour: 1 }),
      "the field 'Colour' in a state machine. (/)",
    ],
    ['for a state type', machine({ Type: 'Dance' }), 'does not know states of type "Dance". (/States/S)'],
    [
      'for a field of a state',
      machine({ Type: 'Pass', Colour: 1, End: true }),
      "the field 'Colour' in a Pass state in JSONata. (/States/S)",
    ],
    [
      'for JSONPath fields in JSONata',
      machine({ Type: 'Pass', ResultPath: '$', End: true }),
      "the field 'ResultPath' in a Pass state in JSONata.",
    ],
    [
      'for a JSONPath Choice',
      machine({ Type: 'Choice', QueryLanguage: 'JSONPath', Choices: [] }),
      'runs Choice states in JSONata only. (/States/S)',
    ],
    ['for a JSONPath Map', machine(map({ QueryLanguage: 'JSONPath' })), 'runs Map states in JSONata only.'],
    [
      'for an intrinsic function',
      machine({ Type: 'Pass', QueryLanguage: 'JSONPath', Parameters: { 'a.$': 'States.UUID()' }, End: true }),
      'reads JSONPath reference paths such as $.a.b[0] only. (/States/S)',
    ],
    [
      'for a path with a filter',
      machine({ Type: 'Pass', QueryLanguage: 'JSONPath', InputPath: '$.a[?(@.b)]', End: true }),
      'reference paths',
    ],
    [
      'for a distributed Map',
      machine(map({}, { ProcessorConfig: { Mode: 'DISTRIBUTED' } })),
      'runs inline maps only. (/States/S/ItemProcessor)',
    ],
    [
      'for an ItemReader',
      machine(map({ ItemReader: {} })),
      "the field 'ItemReader' in a Map state in JSONata.",
    ],
    [
      'for another service',
      machine(task({ Resource: 'arn:aws:states:::dynamodb:putItem' })),
      'does not run the task resource arn:aws:states:::dynamodb:putItem. (/States/S)',
    ],
    [
      'for an activity',
      machine(task({ Resource: 'arn:aws:states:us-east-1:111111111111:activity:a' })),
      'does not run the task resource',
    ],
    [
      'for .sync',
      machine(task({ Resource: 'arn:aws:states:::lambda:invoke.sync' })),
      'does not run tasks with .sync.',
    ],
    [
      'for an unknown argument of an invocation',
      machine(task({ Arguments: { FunctionName: 'f', LogType: 'Tail' } })),
      "the argument 'LogType' of lambda:invoke.",
    ],
    [
      'for a token that is not handed on',
      machine(task({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' })),
      'must hand on the task token.',
    ],
    [
      'for an expression that cannot be read',
      machine({ Type: 'Pass', Output: { a: '{% 1 + %}' }, End: true }),
      "'1 +' specified for the field 'Output/a' cannot be read",
    ],
    [
      'for a state that leads nowhere',
      machine({ Type: 'Pass', Next: 'T' }),
      "The state 'S' leads to 'T', which does not exist. (/States/S)",
    ],
    [
      'for a state without an end',
      machine({ Type: 'Pass' }),
      "needs either the field 'Next' or 'End': true.",
    ],
    [
      'for a state nobody reaches',
      JSON.stringify({
        QueryLanguage: 'JSONata',
        StartAt: 'S',
        States: { S: { Type: 'Succeed' }, T: { Type: 'Succeed' } },
      }),
      "The state 'T' cannot be reached. (/States/T)",
    ],
    [
      'for a wait of both kinds',
      machine({ Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true }),
      "either the field 'Seconds' or 'Timestamp'.",
    ],
    [
      'for a wait of a fraction',
      machine({ Type: 'Wait', Seconds: 1.5, End: true }),
      "'Seconds' must be a whole number",
    ],
    [
      'for a heartbeat slower than the time-out',
      machine(task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 })),
      'HeartbeatSeconds must be less than TimeoutSeconds.',
    ],
    [
      'for States.ALL before other names',
      machine(
        task({
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'S' },
            { ErrorEquals: ['A'], Next: 'S' },
          ],
        }),
      ),
      'States.ALL must stand alone and last. (/States/S/Catch[0])',
    ],
    [
      'for a retrier with an unknown field',
      machine(task({ Retry: [{ ErrorEquals: ['A'], Patience: 1 }] })),
      "the field 'Patience' in Retry. (/States/S/Retry[0])",
    ],
    [
      'for a variable of two scopes',
      machine({
        ...map({}, { States: { I: { Type: 'Pass', Assign: { v: 1 }, End: true } } }),
        Assign: { v: 2 },
      }),
      "The variable 'v' is assigned outside of this block already.",
    ],
    [
      'for a variable named states',
      machine({ Type: 'Pass', Assign: { states: 1 }, End: true }),
      "'states' cannot be the name of a variable.",
    ],
    [
      'for a name used twice',
      machine(map({}, { StartAt: 'S', States: { S: { Type: 'Pass', End: true } } })),
      "The name 'S' is used by two states of the machine.",
    ],
    [
      'for a condition that can never be boolean',
      machine({ Type: 'Choice', Choices: [{ Condition: 1, Next: 'S' }] }),
      'must be a boolean or a JSONata expression.',
    ],
  ])('%s', (_, text, sentence) => {
    let told = 'accepted'
    try {
      readMachine(text)
    } catch (error) {
      told = `${(error as Error).message} (${(error as { location: string }).location})`
    }
    expect(told).toContain(sentence)
  })

  it('but not for a service this installation runs', () => {
    const text = machine(task({ Resource: 'arn:aws:states:::sqs:sendMessage', Arguments: { QueueUrl: 'q' } }))
    expect(readMachine(text, ['sqs:sendMessage']).startAt).toBe('S')
  })
})

const evaluate = (template: Json, variables: Record<string, Json> = {}) =>
  compileTemplate(template, 'Output', '/').evaluate({
    input: { a: [1, 2, 3] },
    context: {},
    variables,
    now: 0,
  })

describe('an expression', () => {
  it.each<[string, Json]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(10, 0, -5)', [10, 5, 0]],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["$hash('abc')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$random(7) = $random(7)', true],
    ['$random() < 1 and $random() >= 0', true],
    [
      "$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).match != ''",
      true,
    ],
    [`$parse('{"a":[1]}')`, { a: [1] }],
    ['$states.input.a[1]', 2],
    ['$sum($states.input.a)', 6],
    ['$millis()', 0],
    ['$now()', '1970-01-01T00:00:00.000Z'],
  ])('%s gives %j', async (source, value) => {
    expect(await evaluate(`{% ${source} %}`)).toEqual(value)
  })

  it.each([
    ["$eval('1')", /T1006/],
    ["$parse('{')", /not valid JSON/],
    ['$range(0, 1000, 1)', /must not exceed 1000 items/],
    ['$range(0, 1, 0)', /must not be 0/],
    ["$hash('a', 'CRC')", /must be one of MD5/],
    ['$partition([1], 0)', /positive number/],
    ['1 + "a"', /T2002/],
    ['$missing', /returned nothing \(undefined\)/],
    ['function(){1}', /unsupported result type/],
  ])('%s fails and says why', async (source, reason) => {
    await expect(evaluate(`{% ${source} %}`)).rejects.toThrow(reason)
  })

  it('is one only when the whole text stands between the marks', async () => {
    const texts = [' {% 1 %}', '{% 1 %} ', '{%1', '$states.input']
    expect(await evaluate(texts)).toEqual(texts)
    expect(await evaluate(['{%1%}', '{% $v %}'], { v: null })).toEqual([1, null])
  })

  it('leaves any value without expressions as it is', async () => {
    const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('{%'))
    await fc.assert(
      fc.asyncProperty(plain, async (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json
        expect(await evaluate(json)).toEqual(json)
      }),
    )
  })

  it('parts a list into pieces that together are the list, none too long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (list, size) => {
          const parts = (await evaluate('{% $partition($list, $size) %}', { list, size })) as number[][]
          expect(parts.flat()).toEqual(list)
          expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true)
          expect(parts.at(-1)!.length).toBeLessThanOrEqual(size)
        },
      ),
    )
  })
})

describe('error names of Retry and Catch', () => {
  it.each([
    ['States.ALL', 'Anything', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.QueryEvaluationError', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.ALL', 'States.Runtime', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.TaskFailed', 'States.HeartbeatTimeout', false],
    ['States.Timeout', 'States.HeartbeatTimeout', true],
    ['States.HeartbeatTimeout', 'States.Timeout', false],
    ['Returned', 'returned', false],
  ])('%s on %s: %s', (name, error, expected) => {
    expect(matchesError([name], error)).toBe(expected)
  })
})

describe('instants of a Wait', () => {
  it.each([
    ['2027-02-28T23:59:59Z', Date.parse('2027-02-28T23:59:59Z')],
    ['2027-03-01T08:00:00+08:00', Date.parse('2027-03-01T00:00:00Z')],
    ['2027-03-01T08:00:00.0001Z', Date.parse('2027-03-01T08:00:00.001Z')],
    ['2027-03-01T08:00Z', Date.parse('2027-03-01T08:00:00Z')],
    ['2027-03-01T08:00:00', undefined],
    ['2027-13-01T08:00:00Z', undefined],
    ['2027-03-01', undefined],
    ['morgen', undefined],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })
})

describe('JSONPath reference paths', () => {
  it('find what was put there, whatever is around it', () => {
    const step = fc.oneof(fc.stringMatching(/^[a-z]{1,3}$/), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), fc.jsonValue(), (steps, around) => {
        const text = `$${steps.map((one) => (typeof one === 'number' ? `[${one}]` : `['${one}']`)).join('')}`
        const path = readPath(text, 'ResultPath', '/')
        expect(path.steps).toEqual(steps)
        const placed = place(around as Json, path.steps, 'here')
        const scope = { input: null, context: {}, variables: {}, now: 0 }
        expect(follow(path, placed, scope, 'ResultPath')).toBe('here')
      }),
    )
  })
})
