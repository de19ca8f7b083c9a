import fc from 'fast-check'
import type { AttributeValue, Item } from '../../../../infra/local/dynamodb/values/value.ts'

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''))

/** Texts of numbers in every notation, up to 38 digits and to the ends of the range. */
export const numberText = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((whole) => String(whole === 0 ? 0 : whole)),
  fc.tuple(fc.integer({ min: 1, max: 9 }), digits(0, 37)).map(([first, rest]) => `${first}${rest}`),
  fc
    .tuple(fc.constantFrom('', '-'), fc.integer({ min: 1, max: 999 }), digits(1, 30))
    .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`),
  fc
    .tuple(fc.constantFrom('', '-'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -130, max: 125 }))
    .map(([sign, digit, power]) => `${sign}${digit}e${power}`),
  fc.constantFrom('0.50', '007', '1e2', '100', '.5', '1E+2', '0.0'),
)

/** Numbers whose sums stay within 38 digits however often they are added. */
export const addend = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map((whole) => String(whole === 0 ? 1 : whole)),
  fc.integer({ min: 1, max: 9 }).map((digit) => `${digit}e30`),
  fc.integer({ min: 1, max: 99 }).map((cents) => `-0.${String(cents).padStart(3, '0')}`),
)

const ASCII_WORDS = ['a', 'ab', 'abc', 'b', 'ba', 'Z', 'a b', '#x', '~']
const asciiWord = fc.constantFrom(...ASCII_WORDS)
export const word = fc.constantFrom(...ASCII_WORDS, '县城', '县')
export const bytes = fc
  .constantFrom('a', 'ab', 'b', 'ba', 'Zz')
  .map((text) => Buffer.from(text).toString('base64'))

const scalarOf = (words: fc.Arbitrary<string>): fc.Arbitrary<AttributeValue> =>
  fc.oneof(
    words.map((S) => ({ S })),
    numberText.map((N) => ({ N })),
    bytes.map((B) => ({ B })),
  )
export const scalar = scalarOf(word)

const flags: fc.Arbitrary<AttributeValue> = fc.oneof(
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true }),
)

const setOf = (element: fc.Arbitrary<string>) => fc.uniqueArray(element, { minLength: 1, maxLength: 4 })

const setValueOf = (words: fc.Arbitrary<string>): fc.Arbitrary<AttributeValue> =>
  fc.oneof(
    setOf(words).map((SS) => ({ SS })),
    setOf(fc.integer({ min: -5, max: 5 }).map(String)).map((NS) => ({ NS })),
    setOf(bytes).map((BS) => ({ BS })),
  )
export const setValue = setValueOf(word)

const valueFrom = (words: fc.Arbitrary<string>): fc.Arbitrary<AttributeValue> =>
  fc.letrec<{ value: AttributeValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      scalarOf(words),
      flags,
      setValueOf(words),
      fc.array(tie('value'), { maxLength: 4 }).map((L) => ({ L })),
      fc
        .dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), { maxKeys: 3 })
        .map((M) => ({ M: { ...M } })),
    ),
  })).value
/** Any value; texts are ASCII in tables whose capacity is compared. */
export const values = { wide: valueFrom(word), ascii: valueFrom(asciiWord) }

const keyValues = {
  S: fc.constantFrom('k', 'k1', 'k2', 'kk').map((S) => ({ S })),
  N: fc
    .constantFrom('0', '1', '-1', '1.5', '-1.25', '1e20', '-3e-7', '12345678901234567890123456789012345678')
    .map((N) => ({ N })),
  B: fc.constantFrom('a', 'ab', 'b').map((text) => ({ B: Buffer.from(text).toString('base64') })),
}

export const keyValue = (type: 'S' | 'N' | 'B'): fc.Arbitrary<AttributeValue> => keyValues[type]

export const keyOf = (keys: Record<string, 'S' | 'N' | 'B'>): fc.Arbitrary<Item> =>
  fc.record(Object.fromEntries(Object.entries(keys).map(([name, type]) => [name, keyValue(type)])))

/** Attributes that are no keys: a, b, c of any kind, `count` a number, `tags` a set, `list` a list, `map` a map. */
export function attributes(wide: boolean): fc.Arbitrary<Item> {
  const [value, text] = wide ? [values.wide, word] : [values.ascii, asciiWord]
  return fc.record(
    {
      a: value,
      b: value,
      c: fc.oneof(value, fc.constant({ S: 'x'.repeat(3000) })),
      count: addend.map((N) => ({ N })),
      tags: setOf(text).map((SS) => ({ SS })),
      list: fc.array(value, { maxLength: 4 }).map((L) => ({ L })),
      map: fc.record({ x: value, y: value }, { requiredKeys: [] }).map((M) => ({ M: { ...M } })),
    },
    { requiredKeys: [] },
  )
}

export const tagSet = (wide: boolean) =>
  fc.uniqueArray(wide ? word : asciiWord, { minLength: 1, maxLength: 3 }).map((SS) => ({ SS }))

export const indexAttributes: fc.Arbitrary<Item> = fc.record(
  { gs: fc.oneof(keyValue('S'), fc.constant({ S: '县' })), gn: keyValue('N') },
  { requiredKeys: [] },
)
