import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { type LimitUnit, limitUnits } from '#shared/kernel/limit'
import { evidenceFields } from '#shared/lifecycle/evidence'
import { actions, stages } from '#shared/lifecycle/lifecycle'
import { posts } from '#shared/lifecycle/posts'
import { casePartition, historyKey, numbersPartition, tokenKey } from './keys.ts'
import type { PeopleTable, TenantTable } from './tables.ts'

const stage = string().enum(...stages)
const limit = map({ amount: number(), unit: string().enum(...(Object.keys(limitUnits) as LimitUnit[])) })
const ofCase = { tenant: string().key(), id: string().key() }

export const caseEntity = (table: TenantTable) =>
  new Entity({
    name: 'Case',
    table,
    timestamps: false,
    schema: item({
      ...ofCase,
      number: string(),
      episode: number(),
      run: number(),
      stage,
      version: number(),
      reportedAt: string(),
      entered: string(),
      limit: limit.optional(),
      due: string().optional(),
      overdue: boolean(),
      kind: string().optional(),
      catalogue: string().optional(),
      place: string(),
      recentKeys: list(string()),
      head: string(),
      work: string().optional(),
      workDue: string().optional(),
      month: string(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'CASE' }),
  })

export const wordsEntity = (table: TenantTable) =>
  new Entity({
    name: 'Words',
    table,
    timestamps: false,
    schema: item({
      ...ofCase,
      words: string(),
      place: string(),
      position: map({ longitude: number(), latitude: number() }).optional(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'WORDS' }),
  })

const [reason, filingCondition] = evidenceFields

export const historyEntity = (table: TenantTable) =>
  new Entity({
    name: 'History',
    table,
    timestamps: false,
    schema: item({
      ...ofCase,
      version: number().key(),
      action: string().enum('report', ...actions),
      post: string().enum(...posts, 'system'),
      person: string().optional(),
      at: string(),
      evidence: map({ [reason]: string().optional(), [filingCondition]: string().optional() }),
      key: string(),
      bodyHash: string(),
      from: stage.optional(),
      to: stage,
      due: string().optional(),
      previous: string(),
    }),
    computeKey: ({ tenant, id, version }) => ({ pk: casePartition(tenant, id), sk: historyKey(version) }),
  })

export const tokenEntity = (table: TenantTable) =>
  new Entity({
    name: 'Token',
    table,
    timestamps: false,
    schema: item({
      ...ofCase,
      run: number().key(),
      token: string(),
      stage,
      version: number(),
      /** Epoch seconds; the table's time to live. */
      expiresAt: number(),
    }),
    computeKey: ({ tenant, id, run }) => ({ pk: casePartition(tenant, id), sk: tokenKey(run) }),
  })

export const numbersEntity = (table: TenantTable) =>
  new Entity({
    name: 'Numbers',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      date: string().key(),
      /** How many of the day's numbers are reserved; those never used are the day's explained gaps. */
      reserved: number(),
    }),
    computeKey: ({ tenant, date }) => ({ pk: numbersPartition(tenant, date), sk: 'NUMBERS' }),
  })

export const contactEntity = (table: PeopleTable) =>
  new Entity({
    name: 'Contact',
    table,
    timestamps: false,
    schema: item({ ...ofCase, name: string().optional(), phone: string() }),
    computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'REPORTER' }),
  })
