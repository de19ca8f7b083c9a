import type { Item } from '../../../../infra/local/dynamodb/values/value.ts'
import type { Counter, Expectation, Member } from './model.ts'

export const TABLE = {
  TableName: 'counters',
  KeySchema: [
    { AttributeName: 'p', KeyType: 'HASH' },
    { AttributeName: 's', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'p', AttributeType: 'S' },
    { AttributeName: 's', AttributeType: 'N' },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
}

export const KEYS = ['a/1', 'a/2', 'a/3', 'b/1', 'b/2', 'b/3', 'c/1', 'c/-1.5']

export function keyItem(key: string): Item {
  const [p, s] = key.split('/') as [string, string]
  return { p: { S: p }, s: { N: s } }
}

export const keyText = ({ p, s }: Item) => `${p!.S}/${s!.N}`

export const readCounter = (item: Item | undefined): Counter | undefined =>
  item && { n: Number(item.n!.N), words: (item.words?.SS ?? []).toSorted() }

export function writeMember({ kind, key, expect, by, word }: Member) {
  const target = kind === 'Put' ? { Item: { ...keyItem(key), n: { N: String(by) } } } : { Key: keyItem(key) }
  const condition = conditionOf(expect, kind)
  const update = kind === 'Update' && { UpdateExpression: 'SET n = n + :by ADD words :words' }
  const values = {
    ...(kind === 'Update' && { ':by': { N: String(by) }, ':words': { SS: [word] } }),
    ...(typeof expect === 'object' && { ':n': { N: String(expect.n) } }),
  }
  return {
    [kind]: {
      TableName: TABLE.TableName,
      ...target,
      ...update,
      ...(condition && { ConditionExpression: condition }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    },
  }
}

function conditionOf(expect: Expectation, kind: Member['kind']): string | undefined {
  if (expect === 'exists') return 'attribute_exists(p)'
  if (expect === 'absent') return 'attribute_not_exists(p)'
  if (expect !== 'none') return 'n = :n'
  // a condition check must have one: this holds always
  return kind === 'ConditionCheck' ? 'attribute_exists(p) OR attribute_not_exists(p)' : undefined
}
