import type * as z from 'zod'
import { type Contract, isCountyCommand, MAX_BODY_BYTES, routeKey } from '#shared/kernel/contract'
import { fieldProblems } from '#shared/kernel/fields'
import { idempotencyKey, tenantCode } from '#shared/kernel/ids'
import { authorize } from '../identity/authorize.ts'
import { contractOf, exchangeOf, type HttpEvent, type Step } from './exchange.ts'
import type { Guard } from './guard.ts'
import { Refused } from './refused.ts'

/** Finds the contract by the gateway's route key; what no contract takes is unknown, or asked with another method. */
export function route(contracts: readonly Contract[]): Step {
  const byKey = new Map(contracts.map((contract) => [routeKey(contract), contract]))
  const shapes = contracts.map(({ method, path }) => ({ method, shape: shapeOf(path) }))
  return {
    before({ event }) {
      const contract = byKey.get(event.routeKey)
      if (contract) {
        exchangeOf(event).contract = contract
        return
      }
      const allowed = shapes.filter(({ shape }) => shape.test(event.rawPath)).map(({ method }) => method)
      if (allowed.length === 0) throw new Refused('unknown-path')
      throw new Refused('method-not-allowed', {}, { allow: allowed.join(', ') })
    },
  }
}

const shapeOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)

/** Lets whoever the contract lets in: a verified token of somebody who may come through this door. */
export const admit = ({ verify }: Guard): Step => ({
  async before({ event }) {
    if (contractOf(event).access === 'public') return
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(event.headers?.authorization ?? '')?.[1]
    if (!token) throw new Refused('sign-in-missing')
    const signedIn = await verify(token)
    exchangeOf(event).signedIn = signedIn
    authorize(contractOf(event), event.pathParameters ?? {}, signedIn)
  },
})

/** The one place where a county that is paused or leaving is closed: it can be read, and nothing of it changed. */
export const refuseWhileClosed = ({ isOpen }: Guard): Step => ({
  async before({ event }) {
    if (!isCountyCommand(contractOf(event))) return
    const county = tenantCode.safeParse(event.pathParameters?.county)
    // what cannot be a county's code is refused as a parameter
    if (county.success && !(await isOpen(county.data))) throw new Refused('county-closed')
  },
})

/** Parameters of path and query, in the contract's form. */
export const readParameters = (): Step => ({
  before({ event }) {
    const { params, query } = contractOf(event)
    const exchange = exchangeOf(event)
    exchange.params = parsed(params, event.pathParameters ?? {})
    if (query) exchange.query = parsed(query, event.queryStringParameters ?? {})
  },
})

/** Idempotency key and body of a contract that changes something. */
export const readSubmission = (): Step => ({
  before({ event }) {
    const { input, largestBody } = contractOf(event)
    if (!input) return
    const exchange = exchangeOf(event)
    const key = idempotencyKey.safeParse(event.headers?.['idempotency-key'])
    if (!key.success) throw new Refused('key-missing')
    exchange.key = key.data
    exchange.input = parsed(input, readJson(event, largestBody))
  },
})

function parsed(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw new Refused('invalid-input', { fields: fieldProblems(result.error) })
}

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

function readJson(event: HttpEvent, largestBody = MAX_BODY_BYTES): unknown {
  if (!JSON_TYPE.test(event.headers?.['content-type'] ?? '')) throw new Refused('wrong-content-type')
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > largestBody) throw new Refused('too-large')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refused('bad-json')
  }
}
