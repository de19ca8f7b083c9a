import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { kindCode, tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { bookReason, bookRow, draftRules, ruleBook } from './rule-book.ts'

const county = z.strictObject({ county: tenantCode })
const staff = { audience: 'standards', access: 'county' } as const

/** Who sends work, who rules on returns, who watches over both, who keeps the county's settings. */
const readers = ['dispatcher', 'shift-leader', 'leader', 'evaluator', 'administrator'] as const
/** Rules bind departments: whoever dispatches by hand may have the machine do it, and so may the administrator. */
const keepers = ['dispatcher', 'administrator'] as const
const triers = ['dispatcher', 'shift-leader', 'administrator'] as const

const version = z.int().min(1)
const LARGEST_BOOK = 256 * 1024

export const readRuleBook = contract({
  name: 'read-rule-book',
  summary: { zh: '查看派遣规则', en: 'Read the dispatch rules' },
  method: 'GET',
  path: '/api/t/{county}/dispatch-rules',
  ...staff,
  posts: readers,
  params: county,
  /** `version`: an earlier one; the one in force without it. */
  query: z.strictObject({
    version: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number)
      .optional(),
  }),
  output: ruleBook,
  status: 200,
  refusals: ['unknown-rule-book'],
})

export const listRuleBooks = contract({
  name: 'list-rule-books',
  summary: { zh: '派遣规则版本', en: 'List the versions of the dispatch rules' },
  method: 'GET',
  path: '/api/t/{county}/dispatch-rules/versions',
  ...staff,
  posts: readers,
  params: county,
  output: z.object({ versions: z.array(bookRow) }),
  status: 200,
  refusals: [],
})

export const replaceRuleBook = contract({
  name: 'replace-rule-book',
  summary: { zh: '发布派遣规则', en: 'Replace the dispatch rules' },
  method: 'POST',
  path: '/api/t/{county}/dispatch-rules',
  ...staff,
  posts: keepers,
  params: county,
  /** `version` of the book that was shown; 0 when there was none. */
  input: z.strictObject({ version: z.int().min(0), reason: bookReason, rules: draftRules }),
  largestBody: LARGEST_BOOK,
  output: bookRow,
  status: 201,
  refusals: ['unknown-catalogue', 'record-changed'],
})

/** A draft to try in the place of the book in force. */
const trial = { rules: draftRules.exactOptional() }
/** Of the book in force; absent where a draft was tried. */
const tried = { version: version.optional() }

export const reviewRuleBook = contract({
  name: 'review-rule-book',
  summary: { zh: '检查派遣规则的空白与冲突', en: 'Find gaps and conflicts of the dispatch rules' },
  method: 'POST',
  path: '/api/t/{county}/dispatch-rules/review',
  ...staff,
  posts: triers,
  params: county,
  input: z.strictObject(trial),
  largestBody: LARGEST_BOOK,
  output: z.object({
    ...tried,
    /** Combinations of a kind, a street or town and hours that were looked at. */
    asked: z.int(),
    /** Of these, how many the rules alone may dispatch. */
    certain: z.int(),
    findings: z.array(
      z.object({
        kind: kindCode,
        doubt: z.enum(['no-rule', 'conflict', 'unconfirmed-kind', 'retired-unit']),
        hours: z.array(z.enum(['on-duty', 'off-duty'])),
        areas: z.array(z.string()),
        /** Ids of the rules that contradict each other. */
        contradicting: z.array(z.string()).optional(),
      }),
    ),
    /** Ids of rules that decide nothing anywhere. */
    idle: z.array(z.string()),
  }),
  status: 200,
  refusals: ['unknown-catalogue', 'unknown-rule-book'],
})

export const simulateRuleBook = contract({
  name: 'simulate-rule-book',
  summary: { zh: '用往期案卷试算派遣规则', en: 'Try the dispatch rules on past cases' },
  method: 'POST',
  path: '/api/t/{county}/dispatch-rules/simulation',
  ...staff,
  posts: triers,
  params: county,
  input: z.strictObject({ ...trial, months: z.int().min(1).max(12) }),
  largestBody: LARGEST_BOOK,
  output: z.object({
    ...tried,
    /** Handled cases that were tried, the newest first; `whole`: all of those months, not only the newest of them. */
    cases: z.int(),
    whole: z.boolean(),
    right: z.int(),
    /** Left to the dispatcher. */
    left: z.int(),
    wrong: z.array(z.object({ number: z.string(), handledBy: z.string(), lead: z.string() })),
  }),
  status: 200,
  refusals: ['unknown-catalogue', 'unknown-rule-book'],
})

export const listPrecedents = contract({
  name: 'list-precedents',
  summary: { zh: '裁定先例', en: 'List the precedents' },
  method: 'GET',
  path: '/api/t/{county}/dispatch-precedents',
  ...staff,
  posts,
  params: county,
  query: z.strictObject({ kind: kindCode.optional() }),
  output: z.object({
    /** The newest first. */
    precedents: z.array(
      z.object({
        caseNumber: z.string(),
        kind: kindCode,
        area: z.string(),
        lead: z.string(),
        at: z.iso.datetime(),
        /** Whether it decides now: a later ruling for the same kind and place has not taken its place. */
        binding: z.boolean(),
      }),
    ),
  }),
  status: 200,
  refusals: [],
})

export const dispatchContracts = [
  readRuleBook,
  listRuleBooks,
  replaceRuleBook,
  reviewRuleBook,
  simulateRuleBook,
  listPrecedents,
] as const
