import { problemOf, unexpectedProblem } from '#shared/kernel/problem'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Redirect } from '#shared/routes'
import { Busy } from '../busy.ts'
import { log } from '../log.ts'
import { keepDenial } from './denials.ts'
import { type Exchange, exchangeOf, type HttpAnswer, type Step } from './exchange.ts'
import type { Guard } from './guard.ts'
import { Refused } from './refused.ts'

/** Nothing is cached, framed, sniffed or referred to; every answer speaks one language. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const

/** Whoever was not served may ask again at once; whoever asked too much, in an hour. */
const retryAfterSeconds = (code: string) => (code === 'busy' ? '2' : '3600')

export function outputAnswer(exchange: Exchange, status: number, output: unknown): HttpAnswer {
  return jsonAnswer(exchange, status, 'application/json; charset=utf-8', output)
}

export function redirectAnswer(status: number, { location, cookies }: Redirect): HttpAnswer {
  return { statusCode: status, headers: { ...securityHeaders, location }, cookies: [...cookies], body: '' }
}

export function refusalAnswer(exchange: Exchange, refusal: Refusal, headers = {}): HttpAnswer {
  const problem = problemOf(refusal, exchange.language, exchange.errorNumber)
  const answer = jsonAnswer(exchange, problem.status, 'application/problem+json; charset=utf-8', problem)
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...(problem.status === 429 && { 'retry-after': retryAfterSeconds(problem.code) }),
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
      ...headers,
    },
  }
}

function jsonAnswer(exchange: Exchange, statusCode: number, type: string, body: unknown): HttpAnswer {
  return {
    statusCode,
    headers: {
      ...securityHeaders,
      'content-type': type,
      'content-language': exchange.language === 'zh' ? 'zh-CN' : 'en',
      vary: 'Accept-Language, Authorization',
    },
    body: JSON.stringify(body),
  }
}

/** The one mapper of what was thrown: refusals and a busy store by their codes, anything else is the only 500. */
export const mapErrors = (guard: Pick<Guard, 'recordDenial'>): Step => ({
  async onError(request) {
    const exchange = exchangeOf(request.event)
    const { error } = request
    if (error instanceof Refused) {
      await keepDenial(exchange, error.refusal.refused, guard)
      request.response = refusalAnswer(exchange, error.refusal, error.headers)
    } else if (error instanceof Busy) {
      log.warn('busy', { errorNumber: exchange.errorNumber })
      request.response = refusalAnswer(exchange, refuse('busy'))
    } else request.response = unexpected(exchange, error)
  },
})

function unexpected(exchange: Exchange, error: unknown): HttpAnswer {
  const { errorNumber, language, contract, signedIn } = exchange
  log.error('unexpected error', error, {
    errorNumber,
    ...(contract && { route: contract.name }),
    ...(signedIn && 'tenant' in signedIn && { tenant: signedIn.tenant }),
  })
  const problem = unexpectedProblem(language, errorNumber)
  return jsonAnswer(exchange, problem.status, 'application/problem+json; charset=utf-8', problem)
}
