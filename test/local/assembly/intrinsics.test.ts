// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_VALUE, resolve, type Scope } from '../../../infra/local/assembly/intrinsics.ts'

const scope: Scope = {
  where: 'resource R of stack S',
  ref: (name) =>
    ({ Name: 'n', Region: 'r', List: ['a', 'b'], Nothing: NO_VALUE })[
      name as 'Name' | 'Region' | 'List' | 'Nothing'
    ],
  attribute: (id, attribute) => `${id}!${attribute}`,
  importValue: (name) => `import ${name}`,
  condition: (name) => name === 'Yes',
  mapping: (map, first, second) => `${map}/${first}/${second}`,
}

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref', { Ref: 'Name' }, 'n'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['R', 'Arn'] }, 'R!Arn'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'R.Outputs.Name' }, 'R!Outputs.Name'],
    ['Join of a mixed list', { 'Fn::Join': ['-', ['x', { Ref: 'Name' }, 3]] }, 'x-n-3'],
    ['Join of a list parameter', { 'Fn::Join': [',', { Ref: 'List' }] }, 'a,b'],
    ['Sub with references', { 'Fn::Sub': '${Name}:${R.Arn}:${!Kept}' }, 'n:R!Arn:${Kept}'],
    ['Sub with values of its own', { 'Fn::Sub': ['${A}${Name}', { A: { Ref: 'Region' } }] }, 'rn'],
    ['Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['Select of a Split', { 'Fn::Select': ['2', { 'Fn::Split': [':', 'a:b:c'] }] }, 'c'],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'x-${Name}' } }, 'import x-n'],
    ['If', { 'Fn::If': ['Yes', 1, 2] }, 1],
    ['If, the other way', { 'Fn::If': ['No', 1, { Ref: 'Name' }] }, 'n'],
    ['Equals', { 'Fn::Equals': [{ Ref: 'Name' }, 'n'] }, true],
    [
      'And, Or, Not',
      { 'Fn::And': [{ 'Fn::Not': [{ Condition: 'No' }] }, { 'Fn::Or': [{ Condition: 'Yes' }] }] },
      true,
    ],
    ['FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'Name' }, 'k'] }, 'M/n/k'],
    ['Base64', { 'Fn::Base64': 'hello' }, 'aGVsbG8='],
    [
      'a property that disappears',
      { keep: 1, drop: { Ref: 'Nothing' }, list: [{ Ref: 'Nothing' }, 2] },
      { keep: 1, list: [2] },
    ],
    ['plain values', { a: [1, true, null, { b: 'c' }] }, { a: [1, true, null, { b: 'c' }] }],
  ])('give what CloudFormation gives: %s', (_, expression, expected) => {
    expect(resolve(expression, scope)).toEqual(expected)
  })

  it.each<[unknown, RegExp]>([
    [{ Ref: 'Missing' }, /resource R of stack S: Ref names Missing, which does not exist/],
    [{ 'Fn::GetAZs': '' }, /does not run Fn::GetAZs/],
    [{ 'Fn::Select': [5, ['a']] }, /finds nothing at position 5/],
    [{ 'Fn::Join': ['-', 'text'] }, /a list was expected/],
    ['{{resolve:ssm:/a/b}}', /dynamic reference/],
  ])('are refused with the place where they stand: %j', (expression, sentence) => {
    expect(() => resolve(expression, scope)).toThrow(sentence)
  })

  it('leave any value without intrinsic functions as it is', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string().filter((text) => !text.includes('{{')),
        fc.integer(),
        fc.boolean(),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string().filter((key) => !/^(Fn::|Ref$|Condition$|__proto__$)/.test(key)),
          tie('value'),
        ),
      ),
    })).value
    fc.assert(
      fc.property(plain, (value) => {
        expect(resolve(value, scope)).toEqual(value)
      }),
    )
  })
})
