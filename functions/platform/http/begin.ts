import { randomUUID } from 'node:crypto'
import { preferredLanguage } from '#shared/kernel/language'
import type { Step } from './exchange.ts'

const GATEWAY_ID = /^[\w=+/-]{8,64}$/

/** Begins the exchange: the number that an error is quoted by (the gateway's, so access log and log agree), the language. */
export const begin = (): Step => ({
  before({ event }) {
    const id = event.requestContext?.requestId ?? ''
    event.exchange = {
      address: event.requestContext?.http?.sourceIp ?? '',
      errorNumber: GATEWAY_ID.test(id) ? id : randomUUID(),
      language: preferredLanguage(event.headers?.['accept-language']),
    }
  },
})
