import { randomUUID } from 'node:crypto'
import { READER_HEADER } from '#shared/identity/reader-header'
import { preferredLanguage } from '#shared/kernel/language'
import type { Step } from './exchange.ts'
import type { Guard } from './guard.ts'

const GATEWAY_ID = /^[\w=+/-]{8,64}$/

/**
 * Begins the exchange: the number that an error is quoted by (the gateway's, so access log and log agree), the language,
 * and where it comes from: of what the portal asks, where its reader is.
 */
export const begin = ({ readerOf }: Pick<Guard, 'readerOf'>): Step => ({
  async before({ event }) {
    const passedOn = event.headers?.[READER_HEADER]
    const reader = passedOn && (await readerOf?.(passedOn))
    const id = event.requestContext?.requestId ?? ''
    event.exchange = {
      address: reader || (event.requestContext?.http?.sourceIp ?? ''),
      errorNumber: GATEWAY_ID.test(id) ? id : randomUUID(),
      language: preferredLanguage(event.headers?.['accept-language']),
    }
  },
})
