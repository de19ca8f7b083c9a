import { invalid } from '../errors.ts'
import type { Input } from '../input.ts'
import { tableArn } from '../tables/identity.ts'
import type { Operation } from './context.ts'

const VERB = /^\s*(select|insert|update|delete)\b/i
const TABLE = /\b(?:from|into|update)\s+"?([\w.-]+)/i

/** PartiQL is refused, but only after the question whether the caller may use it at all. */
const refuse: Operation = ({ authorize, place }, input, principal) => {
  for (const statement of statementsOf(input)) {
    const verb = VERB.exec(statement)?.[1]?.toLowerCase() ?? 'select'
    const name = TABLE.exec(statement)?.[1] ?? '*'
    const action = `dynamodb:PartiQL${verb.charAt(0).toUpperCase()}${verb.slice(1)}`
    authorize(principal, action, tableArn(place, name))
  }
  throw invalid('The local cloud does not run PartiQL.')
}

function statementsOf(input: Input): string[] {
  const members = [input, input.Statements, input.TransactStatements].flat() as (Input | undefined)[]
  const statements = members.map((member) => member?.Statement)
  return statements.filter((statement) => typeof statement === 'string')
}

export const partiqlOperations: Record<string, Operation> = {
  ExecuteStatement: refuse,
  BatchExecuteStatement: refuse,
  ExecuteTransaction: refuse,
}
