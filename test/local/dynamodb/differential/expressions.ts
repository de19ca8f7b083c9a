import fc from 'fast-check'
import type { Item } from '../../../../infra/local/dynamodb/values/value.ts'
import { addend, bytes, scalar, setValue, tagSet, values, word } from './values.ts'

/** An expression with the placeholders it uses; those of several expressions of a request are merged. */
export interface Expression {
  text: string
  names: Record<string, string>
  values: Item
}

// `data` is a reserved word and only ever written with its alias
const NAMES = ['a', 'b', 'c', 'count', 'tags', 'list', 'map', 'data']

/** Collects placeholders while a text is put together; `tag` keeps those of two expressions apart. */
function builder(tag: string) {
  const names: Expression['names'] = {}
  const values: Item = {}
  return {
    names,
    values,
    name(name: string) {
      if (name !== 'data' && name.length % 2 === 1) return name
      names[`#${name}`] = name
      return `#${name}`
    },
    value(operand: Item[string]) {
      const placeholder = `:${tag}${Object.keys(values).length}`
      values[placeholder] = operand
      return placeholder
    },
  }
}
type Builder = ReturnType<typeof builder>
type Part = (build: Builder) => string

const head: fc.Arbitrary<Part> = fc.constantFrom(...NAMES).map((name) => (build) => build.name(name))
const nested: fc.Arbitrary<Part> = fc.constantFrom(
  (build: Builder) => `${build.name('list')}[0]`,
  (build: Builder) => `${build.name('list')}[1]`,
  (build: Builder) => `${build.name('map')}.x`,
  (build: Builder) => `${build.name('map')}.y`,
  (build: Builder) => `${build.name('a')}.x`,
  (build: Builder) => `${build.name('b')}[1].y`,
)
const path = fc.oneof(head, nested)
const of = (operand: fc.Arbitrary<Item[string]>) =>
  operand.map(
    (one): Part =>
      (build) =>
        build.value(one),
  )

const simple: fc.Arbitrary<Part> = fc.oneof(
  fc.tuple(path, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), of(scalar), fc.boolean()).map(
    ([left, operator, right, mirrored]): Part =>
      (build) =>
        mirrored
          ? `${right(build)} ${operator} ${left(build)}`
          : `${left(build)} ${operator} ${right(build)}`,
  ),
  fc.tuple(path, fc.constantFrom('=', '<>'), of(setValue)).map(
    ([left, operator, right]): Part =>
      (build) =>
        `${left(build)}${operator}${right(build)}`,
  ),
  fc.tuple(path, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 9 })).map(
    ([of, low, span]): Part =>
      (build) =>
        `${of(build)} BETWEEN ${build.value({ N: `${low}` })} AND ${build.value({ N: `${low + span}` })}`,
  ),
  fc.tuple(path, fc.array(scalar, { minLength: 1, maxLength: 3 })).map(
    ([left, options]): Part =>
      (build) =>
        `${left(build)} IN (${options.map((one) => build.value(one)).join(', ')})`,
  ),
  fc.tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), path).map(
    ([name, operand]): Part =>
      (build) =>
        `${name}(${operand(build)})`,
  ),
  fc.tuple(path, fc.constantFrom('S', 'N', 'B', 'NULL', 'SS', 'NS', 'BS', 'L', 'M')).map(
    ([operand, S]): Part =>
      (build) =>
        `attribute_type(${operand(build)}, ${build.value({ S })})`,
  ),
  fc
    .tuple(
      path,
      fc.oneof(
        word.map((S) => ({ S })),
        bytes.map((B) => ({ B })),
      ),
    )
    .map(
      ([operand, prefix]): Part =>
        (build) =>
          `begins_with(${operand(build)}, ${build.value(prefix)})`,
    ),
  fc.tuple(path, scalar).map(
    ([operand, part]): Part =>
      (build) =>
        `contains(${operand(build)}, ${build.value(part)})`,
  ),
  fc.tuple(path, fc.constantFrom('=', '<', '>='), fc.integer({ min: 0, max: 5 })).map(
    ([operand, operator, size]): Part =>
      (build) =>
        `size(${operand(build)}) ${operator} ${build.value({ N: `${size}` })}`,
  ),
)

const logical: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: simple },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('part'), fc.constantFrom('AND', 'OR', 'and', 'oR'), tie('part')).map(
        ([left, word, right]): Part =>
          (build) =>
            `${left(build)} ${word} ${right(build)}`,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('part'), fc.constantFrom('AND', 'OR'), tie('part'), simple).map(
        ([left, word, right, last]): Part =>
          (build) =>
            `(${left(build)} ${word} ${right(build)}) AND ${last(build)}`,
      ),
    },
    {
      weight: 1,
      arbitrary: simple.map(
        (one): Part =>
          (build) =>
            `NOT ${one(build)}`,
      ),
    },
  ),
})).part

const finish = (part: Part, tag: string): Expression => {
  const build = builder(tag)
  const text = part(build)
  return { text, names: build.names, values: build.values }
}

export const condition = (tag: string) => logical.map((part) => finish(part, tag))

const settings = (value: fc.Arbitrary<Item[string]>): fc.Arbitrary<Part>[] => [
  of(value).map((operand) => (build) => `${build.name('a')} = ${operand(build)}`),
  of(value).map((operand) => (build) => `${build.name('map')}.x = ${operand(build)}`),
  fc.tuple(fc.integer({ min: 0, max: 6 }), of(value)).map(
    ([index, operand]) =>
      (build) =>
        `${build.name('list')}[${index}] = ${operand(build)}`,
  ),
  fc.tuple(of(addend.map((N) => ({ N }))), fc.constantFrom('+', '-')).map(([by, sign]) => (build) => {
    const name = build.name('count')
    return `${name} = if_not_exists(${name}, ${build.value({ N: '0' })}) ${sign} ${by(build)}`
  }),
  of(value).map((operand) => (build) => {
    const name = build.name('b')
    return `${name} = if_not_exists(${name}, ${operand(build)})`
  }),
  fc.constant((build) => `${build.name('data')} = ${build.name('a')}`),
]

const appending = (value: fc.Arbitrary<Item[string]>): fc.Arbitrary<Part> =>
  fc.tuple(fc.array(value, { minLength: 1, maxLength: 2 }), fc.boolean()).map(([L, front]) => (build) => {
    const name = build.name('list')
    const args = [name, build.value({ L })]
    return `${name} = list_append(${(front ? args.toReversed() : args).join(', ')})`
  })

const removals: fc.Arbitrary<Part>[] = [
  fc.constant((build) => build.name('c')),
  fc.constant((build) => `${build.name('map')}.y`),
]

/** Sections in any order, of clauses that hardly ever overlap. */
export function update(wide: boolean): fc.Arbitrary<Expression> {
  const value = wide ? values.wide : values.ascii
  return fc
    .record({
      sets: fc
        .oneof(fc.subarray(settings(value)), fc.constant([appending(value)]))
        .chain((parts) => fc.tuple(...parts)),
      removes: fc.subarray(removals).chain((parts) => fc.tuple(...parts)),
      tags: fc.option(fc.tuple(fc.constantFrom('ADD', 'DELETE'), of(tagSet(wide)))),
      // may meet a SET of the same attribute: then both must refuse the overlap
      addition: fc.option(of(addend.map((N) => ({ N }))), { freq: 4 }),
      reversed: fc.boolean(),
    })
    .map(({ sets, removes, tags, addition, reversed }) => {
      const part: Part = (build) => {
        const sections: string[] = []
        if (sets.length > 0) sections.push(`SET ${sets.map((set) => set(build)).join(', ')}`)
        if (removes.length > 0) sections.push(`REMOVE ${removes.map((one) => one(build)).join(',')}`)
        if (tags) sections.push(`${tags[0]} ${build.name('tags')} ${tags[1](build)}`)
        if (addition && tags?.[0] !== 'ADD') sections.push(`ADD ${build.name('count')} ${addition(build)}`)
        if (sections.length === 0) sections.push(`REMOVE ${build.name('data')}`)
        return (reversed ? sections.toReversed() : sections).join(' ')
      }
      return finish(part, 'u')
    })
}

export const projection: fc.Arbitrary<Expression> = fc
  .subarray(
    [
      (build: Builder) => build.name('a'),
      (build: Builder) => `${build.name('list')}[1]`,
      (build: Builder) => `${build.name('list')}[0]`,
      (build: Builder) => `${build.name('map')}.x`,
      (build: Builder) => `${build.name('map')}.y.z`,
      (build: Builder) => build.name('count'),
      () => 'pk',
    ],
    { minLength: 1 },
  )
  .map((parts) => finish((build) => parts.map((part) => part(build)).join(', '), 'p'))

/** The parameters that carry these expressions. */
export function parameters(expressions: Record<string, Expression | null | undefined>) {
  const given = Object.entries(expressions).filter((entry): entry is [string, Expression] => !!entry[1])
  const names = Object.assign({}, ...given.map(([, { names: own }]) => own)) as Expression['names']
  const values = Object.assign({}, ...given.map(([, { values: own }]) => own)) as Item
  return {
    ...Object.fromEntries(given.map(([parameter, { text }]) => [parameter, text])),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}
