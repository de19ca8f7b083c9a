import type * as z from 'zod'
import type { contracts } from './contracts.ts'
import type { Contract } from './kernel/contract.ts'
import type { Language } from './kernel/language.ts'
import type { Refusal } from './kernel/result.ts'
import type { CommissionPost, Post } from './lifecycle/posts.ts'

/** Who came through the door, from a verified token: the one mapper of claims makes it. */
export interface SignedIn {
  readonly tenant: string
  readonly person: string
  readonly posts: readonly Post[]
  /** The handling unit they belong to. */
  readonly unit?: string
}

/** Who came through a door of the commission: of a city, and of no county. */
export interface CommissionSignedIn {
  readonly city: string
  readonly person: string
  readonly posts: readonly CommissionPost[]
}

type SignedInFor<A extends Contract['access']> = A extends 'county'
  ? SignedIn
  : A extends 'city'
    ? CommissionSignedIn
    : undefined

type Output<S> = S extends z.ZodType ? z.output<S> : undefined

/** A request as its contract promises it: everything parsed, whoever is not allowed turned away. */
export interface Call<C extends Contract> {
  readonly params: z.output<C['params']>
  readonly query: Output<C['query']>
  readonly input: Output<C['input']>
  /** Idempotency key; given where there is an input. */
  readonly key: C['input'] extends z.ZodType ? string : undefined
  readonly signedIn: SignedInFor<C['access']>
  /** The network address that the request came from: for doors that anyone may come through, and for no log. */
  readonly address: string
  readonly language: Language
}

/** The answer of a door without an output: the browser is sent on. */
export interface Redirect {
  readonly location: string
  readonly cookies: readonly string[]
}

type Answer<C extends Contract> = C['output'] extends z.ZodType ? z.output<C['output']> : Redirect

export type Route<C extends Contract> = (call: Call<C>) => Promise<Answer<C> | Refusal>

/** One implementation per contract of the list, by name: a missing one is a type error. */
export type Routes<C extends Contract> = { readonly [One in C as One['name']]: Route<One> }

type Product = (typeof contracts)[number]
export type HealthContract = Extract<Product, { name: 'read-health' }>
export type ReportContract = Extract<Product, { name: 'report-case' }>
export type ImportContract = Extract<Product, { audience: 'imports' }>
export type StaffContract = Extract<
  Product,
  { name: 'read-case' | 'act-on-case' | 'act-in-series' | 'list-queue' | 'survey-work' }
>
