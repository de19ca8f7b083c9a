import type * as z from 'zod'
import { type Contract, routeKey } from '../../shared/kernel/contract.ts'
import type { Row } from './matrix/row.ts'
import { matrix } from './matrix.ts'

interface Definition {
  type: string
  innerType?: z.core.$ZodType
  element?: z.core.$ZodType
  in?: z.core.$ZodType
  shape?: Record<string, z.core.$ZodType>
  options?: z.core.$ZodType[]
}

/** Every field of an object schema by its path: `evidence.reason`, `posts[]`. */
function fieldsOf(schema: z.core.$ZodType, path: string): string[] {
  const { type, innerType, element, in: input, shape, options } = schema._zod.def as unknown as Definition
  if (type === 'object' && shape)
    return Object.entries(shape).flatMap(([name, field]) => fieldsOf(field, `${path}.${name}`))
  if (type === 'array' && element) return fieldsOf(element, `${path}[]`)
  if (type === 'union' && options) return [...new Set(options.flatMap((option) => fieldsOf(option, path)))]
  const inner = innerType ?? (type === 'pipe' ? input : undefined)
  return inner ? fieldsOf(inner, path) : [path]
}

/** What a contract says of itself, in the form of a row. */
function stated({ params, query, input, ...contract }: Contract) {
  return {
    route: routeKey(contract),
    audience: contract.audience,
    access: contract.access,
    posts: [...(contract.posts ?? [])].sort().join(' ') || 'every post',
    fields: [
      ...fieldsOf(params, 'path'),
      ...(query ? fieldsOf(query, 'query') : []),
      ...(input ? fieldsOf(input, 'body') : []),
    ]
      .sort()
      .join(' '),
  }
}

const rowStates = ({ route, audience, access, posts, fields }: Row) => ({
  route,
  audience,
  access,
  posts: [...(posts ?? [])].sort().join(' ') || 'every post',
  fields: Object.keys(fields).sort().join(' '),
})

/** One sentence for every contract that the matrix does not name as it is, and for every row without a contract. */
export function disagreements(contracts: readonly Contract[]): string[] {
  const told = contracts.flatMap((contract) => {
    const row = matrix[contract.name]
    if (!row) return [`The matrix has no row for ${contract.name} (${routeKey(contract)}).`]
    const states = stated(contract)
    const expected = rowStates(row)
    return (Object.keys(states) as (keyof typeof states)[])
      .filter((part) => states[part] !== expected[part])
      .map(
        (part) =>
          `${contract.name}: the contract's ${part} is "${states[part]}", the matrix has "${expected[part]}".`,
      )
  })
  const names = contracts.map(({ name }) => name)
  const left = Object.keys(matrix).filter((name) => !names.includes(name))
  return [...told, ...left.map((name) => `The matrix has a row ${name}, but there is no such contract.`)]
}
