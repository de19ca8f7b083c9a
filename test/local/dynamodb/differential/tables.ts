/** The tables of the differential test: every key type in both places, with and without indexes. */
interface TableShape {
  name: string
  /** With texts beyond ASCII; capacity is compared only in the others, see normalize.ts. */
  wide: boolean
  keys: Record<string, 'S' | 'N' | 'B'>
  indexes: { name: string; hash: string; range?: string; projection: object }[]
}

export const TABLES: TableShape[] = [
  { name: 'simple', wide: false, keys: { pk: 'S' }, indexes: [] },
  { name: 'numbered', wide: true, keys: { pk: 'S', sk: 'N' }, indexes: [] },
  { name: 'binary', wide: false, keys: { pk: 'N', sk: 'B' }, indexes: [] },
  {
    name: 'indexed',
    wide: true,
    keys: { pk: 'B', sk: 'S' },
    indexes: [
      { name: 'byWord', hash: 'gs', range: 'gn', projection: { ProjectionType: 'ALL' } },
      { name: 'byNumber', hash: 'gn', projection: { ProjectionType: 'KEYS_ONLY' } },
      {
        name: 'byWordOnly',
        hash: 'gs',
        projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['a', 'b'] },
      },
    ],
  },
]

const INDEX_TYPES = { gs: 'S', gn: 'N' } as const

const keySchema = (names: string[]) =>
  names.map((AttributeName, position) => ({
    AttributeName,
    KeyType: position === 0 ? 'HASH' : 'RANGE',
  }))

export function createTableInput({ name, keys, indexes }: TableShape) {
  const types = indexes.length > 0 ? { ...keys, ...INDEX_TYPES } : keys
  return {
    TableName: name,
    KeySchema: keySchema(Object.keys(keys)),
    AttributeDefinitions: Object.entries(types).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema([index.hash, index.range].filter((key) => key !== undefined)),
        Projection: index.projection,
      })),
    }),
  }
}
