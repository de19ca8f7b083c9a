import type middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { Contract } from '#shared/kernel/contract'
import type { Language } from '#shared/kernel/language'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'

/** What the steps of the chain find out about a request, each adding its own. */
export interface Exchange {
  /** Where the request came from. */
  address: string
  errorNumber: string
  language: Language
  contract?: Contract
  signedIn?: SignedIn | CommissionSignedIn
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  input?: Record<string, unknown>
  key?: string
}

export interface HttpEvent extends APIGatewayProxyEventV2 {
  exchange?: Exchange
}

export type HttpAnswer = APIGatewayProxyStructuredResultV2
export type Step = middy.MiddlewareObj<HttpEvent, HttpAnswer, Error, Context>

/** The exchange of a request that the first step has begun. */
export function exchangeOf(event: HttpEvent): Exchange {
  if (!event.exchange) throw new Error('The chain has not begun.')
  return event.exchange
}

/** The contract of a request that has been routed. */
export function contractOf(event: HttpEvent): Contract {
  const { contract } = exchangeOf(event)
  if (!contract) throw new Error('The request has not been routed.')
  return contract
}
