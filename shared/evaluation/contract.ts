import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { cityCode, tenantCode } from '../kernel/ids.ts'
import { type Counter, counters } from './counters.ts'
import { cityOverview } from './overview.ts'
import { periodLengths } from './period.ts'
import { type RateName, rateNames } from './rates.ts'
import { dimensions } from './sheet.ts'

/** `all`: every case. `published`: without those of kinds that are 待确认. */
const counted = z.enum(['all', 'published'])

const figuresQuery = z.strictObject({
  period: z.enum(periodLengths).default('month'),
  /** A day within the period, in China; today unless another is named. */
  day: z.iso.date().optional(),
  by: z.enum(dimensions).default('county'),
  counted: counted.default('all'),
})
export type FiguresQuery = z.output<typeof figuresQuery>

const span = z.object({ from: z.iso.date(), until: z.iso.date() })

const figures = z.object({
  counts: z.partialRecord(z.enum(counters as [Counter, ...Counter[]]), z.int()),
  /** As fractions. A rate that is absent had nothing it could be taken among: shown as —. */
  rates: z.partialRecord(z.enum(rateNames as [RateName, ...RateName[]]), z.number()),
})
export type Figures = z.output<typeof figures>

const compared = z.object({ now: figures, before: figures, lastYear: figures })

/** Figures of a period with those of the one before (环比) and of a year earlier (同比). */
const figuresView = z.object({
  by: z.enum(dimensions),
  counted,
  now: span,
  before: span,
  lastYear: span,
  /** By the value of the dimension: a unit's id, a street's, a kind's code; '' is what is not known, and the county itself. */
  rows: z.array(compared.extend({ value: z.string() })),
  total: compared,
})
export type FiguresView = z.output<typeof figuresView>

export const readFigures = contract({
  name: 'read-figures',
  summary: { zh: '查看评价指标', en: 'Read the figures of the county' },
  method: 'GET',
  path: '/api/t/{county}/figures',
  audience: 'figures',
  access: 'county',
  posts: ['evaluator', 'leader', 'shift-leader', 'dispatcher', 'unit-head'],
  params: z.strictObject({ county: tenantCode }),
  query: figuresQuery,
  output: figuresView,
  status: 200,
  refusals: [],
})

const watchers = ['supervisor', 'commission-administrator'] as const

export const readCountyFigures = contract({
  name: 'read-county-figures',
  summary: { zh: '查看区县的评价指标', en: 'Read the figures of a county of the city' },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/figures',
  audience: 'figures',
  access: 'city',
  posts: watchers,
  params: z.strictObject({ city: cityCode, tenant: tenantCode }),
  query: figuresQuery,
  output: figuresView,
  status: 200,
  refusals: ['unknown-tenant'],
})

export const readOverview = contract({
  name: 'read-overview',
  summary: { zh: '查看全市概况', en: 'Read how all counties of the city do' },
  method: 'GET',
  path: '/api/city/{city}/overview',
  audience: 'figures',
  access: 'city',
  posts: watchers,
  params: z.strictObject({ city: cityCode }),
  /** `serverTime`: a line of an earlier day or month tells nothing of this one. */
  output: cityOverview.extend({ serverTime: z.iso.datetime() }),
  status: 200,
  refusals: [],
})

export const figuresContracts = [readFigures, readCountyFigures, readOverview] as const
