import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { channels } from '#shared/cases/channels'
import { type LimitUnit, limitUnits } from '#shared/kernel/limit'
import { type Evidence, inspectionWays } from '#shared/lifecycle/evidence'
import { actions, areaClasses, stages } from '#shared/lifecycle/lifecycle'
import { posts } from '#shared/lifecycle/posts'
import { requestKinds } from '#shared/lifecycle/requests'
import { besideActions } from '#shared/lifecycle/wording'
import { perObject } from '../kept.ts'
import { casePartition, historyKey, numbersPartition, sideKey, tokenKey } from './keys.ts'
import type { PeopleTable, TenantTable } from './tables.ts'

const stage = string().enum(...stages)
const limit = map({ amount: number(), unit: string().enum(...(Object.keys(limitUnits) as LimitUnit[])) })
const ofCase = { tenant: string().key(), id: string().key() }
const request = string().enum(...requestKinds)
const post = string().enum(...posts)
/** Present or not: a flag that is down is not stored. */
const flag = () => boolean().enum(true).optional()

export const caseEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Case',
      table,
      timestamps: false,
      schema: item({
        ...ofCase,
        number: string(),
        channel: string().enum(...channels),
        episode: number(),
        run: number(),
        stage,
        version: number(),
        reportedAt: string(),
        entered: string(),
        limit: limit.optional(),
        due: string().optional(),
        overdue: boolean(),
        escalation: map({ step: number(), next: string().optional() }).optional(),
        kind: string().optional(),
        condition: string().optional(),
        term: limit.optional(),
        catalogue: string().optional(),
        area: string().optional(),
        areaClass: string()
          .enum(...areaClasses)
          .optional(),
        component: string().optional(),
        owner: string().optional(),
        urgent: flag(),
        grave: flag(),
        supervised: flag(),
        unit: string().optional(),
        ruled: flag(),
        assignee: string().optional(),
        parts: list(map({ unit: string(), due: string(), done: string().optional() })).optional(),
        round: number().optional(),
        returns: number().optional(),
        handling: map({
          started: string(),
          due: string(),
          extensions: number(),
          pauses: list(map({ from: string(), until: string().optional() })),
          marked: flag(),
        }).optional(),
        wasSuspended: flag(),
        handlers: list(string()).optional(),
        request: map({
          kind: request,
          by: string(),
          at: string(),
          steps: list(post),
          due: string(),
          until: string().optional(),
        }).optional(),
        closedAt: string().optional(),
        late: flag(),
        exempt: flag(),
        merged: map({
          into: string(),
          from: stage,
          at: string(),
          limit: limit.optional(),
          due: string().optional(),
          overdue: boolean(),
          entered: string(),
        }).optional(),
        transferredTo: string().optional(),
        origin: map({ tenant: string(), number: string() }).optional(),
        takenIn: number().optional(),
        place: string(),
        recentKeys: list(string()),
        head: string(),
        work: string().optional(),
        workDue: string().optional(),
        month: string(),
      }),
      computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'CASE' }),
    }),
)

/** What a case asks of others than who has it, in their work list; without keys of the index once it is done. */
export const sideEntity = (table: TenantTable) =>
  new Entity({
    name: 'Side',
    table,
    timestamps: false,
    schema: item({
      ...ofCase,
      name: string().key(),
      work: string().optional(),
      workDue: string().optional(),
    }),
    computeKey: ({ tenant, id, name }) => ({ pk: casePartition(tenant, id), sk: sideKey(name) }),
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
      photos: list(string()).optional(),
      spot: string().optional(),
      spotAt: string().optional(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'WORDS' }),
  })

const clock = map({
  started: string(),
  due: string(),
  used: number(),
  paused: number(),
  overdue: boolean(),
  extensions: number().optional(),
})

/** A field for each that the lifecycle's evidence has: one that is missing does not compile. */
const evidence = {
  reason: string().optional(),
  filingCondition: string().optional(),
  closingCondition: string().optional(),
  unit: string().optional(),
  assisting: list(string()).optional(),
  photos: list(string()).optional(),
  photosBefore: list(string()).optional(),
  words: string().optional(),
  until: string().optional(),
  case: string().optional(),
  to: string().optional(),
  proof: string().optional(),
  person: string().optional(),
  way: string()
    .enum(...inspectionWays)
    .optional(),
} satisfies Record<Evidence, unknown>

export const historyEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'History',
      table,
      timestamps: false,
      schema: item({
        ...ofCase,
        version: number().key(),
        action: string().enum(...besideActions, ...actions),
        post: string().enum(...posts, 'system', 'reporter'),
        person: string().optional(),
        at: string(),
        evidence: map(evidence),
        key: string(),
        bodyHash: string(),
        from: stage.optional(),
        to: stage,
        due: string().optional(),
        overdue: flag(),
        episode: number(),
        round: number().optional(),
        of: map({
          channel: string().enum(...channels),
          kind: string().optional(),
          area: string().optional(),
          unit: string().optional(),
        }),
        clock: clock.optional(),
        handlingClock: clock.optional(),
        skipped: list(post).optional(),
        granted: request.optional(),
        series: map({ of: number(), at: number() }).optional(),
        previous: string(),
      }),
      computeKey: ({ tenant, id, version }) => ({ pk: casePartition(tenant, id), sk: historyKey(version) }),
    }),
)

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
