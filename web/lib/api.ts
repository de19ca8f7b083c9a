import { headers as requestHeaders } from 'next/headers'
import type * as z from 'zod'
import { READER_HEADER } from '#shared/identity/reader-header'
import type { Contract } from '#shared/kernel/contract'
import { type Problem, problemSchema } from '#shared/kernel/problem'
import { languageTag, texts } from '../text/text.ts'
import { apiOrigin } from './config.ts'
import { readLanguage } from './language.ts'
import { readSession } from './session.ts'

/** Longer than the API's own limit would leave the reader before an empty page. */
const patienceMs = 20_000

/** `unreachable` is ours: no answer came, or none that the API wrote. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export interface Call<C extends Contract> {
  params: z.input<C['params']>
  query?: Record<string, string>
  /** As far as it was filled in: what is missing is the API's to say. */
  body?: C['input'] extends z.ZodObject ? Draft<z.input<C['input']>> : never
  /** Idempotency key, made when the form was drawn: sent twice, the same submission counts once. */
  key?: string
  /** Somebody else's than the reader's: a demonstration shows how posts hand a case on. */
  token?: string
}

type Draft<T> = T extends object ? { [K in keyof T]?: Draft<T[K]> } : T

type OutputOf<C extends Contract> = C['output'] extends z.ZodObject ? z.output<C['output']> : undefined

/**
 * Asks the API in the reader's name and language.
 * @throws ZodError when a good answer has not the contract's shape: the two sides are of different builds.
 */
export async function ask<C extends Contract>(contract: C, call: Call<C>): Promise<Reply<OutputOf<C>>> {
  const language = await readLanguage()
  const headers = new Headers({ accept: 'application/json', 'accept-language': languageTag[language] })
  const token = call.token ?? (await readSession())?.token
  if (token) headers.set('authorization', `Bearer ${token}`)
  const reader = (await requestHeaders()).get(READER_HEADER)
  if (reader) headers.set(READER_HEADER, reader)
  if (call.key) headers.set('idempotency-key', call.key)
  if (call.body) headers.set('content-type', 'application/json')
  const answer = await exchange(addressOf(contract, call), {
    method: contract.method,
    headers,
    body: call.body ? JSON.stringify(call.body) : null,
  })
  if (answer?.ok) return { ok: true, value: contract.output?.parse(answer.json) as OutputOf<C> }
  const problem = problemSchema.safeParse(answer?.json)
  if (problem.success) return { ok: false, problem: problem.data }
  const { title, detail } = texts[language].frame.unreachable
  return {
    ok: false,
    problem: { type: 'about:blank', title, detail, status: 503, code: 'unreachable', errorNumber: '' },
  }
}

/** Undefined when no connection held, none was answered in time, or the answer is no JSON. */
async function exchange(
  address: URL,
  request: RequestInit,
): Promise<{ ok: boolean; json: unknown } | undefined> {
  try {
    const response = await fetch(address, {
      ...request,
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    return { ok: response.ok, json: await response.json() }
  } catch {
    return undefined
  }
}

function addressOf(contract: Contract, { params, query }: Pick<Call<Contract>, 'params' | 'query'>): URL {
  const values = params as Record<string, string>
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  )
  const address = new URL(path, apiOrigin())
  for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value)
  return address
}
