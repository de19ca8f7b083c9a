import middy from '@middy/core'
import type { Contract } from '#shared/kernel/contract'
import { isRefusal } from '#shared/kernel/result'
import type { Call, Redirect, Route, Routes } from '#shared/routes'
import { Busy } from '../busy.ts'
import { mapErrors, outputAnswer, redirectAnswer, refusalAnswer } from './answer.ts'
import { begin } from './begin.ts'
import { keepDenial } from './denials.ts'
import { contractOf, exchangeOf, type HttpAnswer, type HttpEvent, type Step } from './exchange.ts'
import type { Guard } from './guard.ts'
import { admit, readParameters, readSubmission, refuseWhileClosed, route } from './steps.ts'

/** What every request goes through, in this order; whatever throws, the mapper answers. */
export const httpChain = (contracts: readonly Contract[], guard: Guard): Step[] => [
  mapErrors(guard),
  begin(guard),
  route(contracts),
  admit(guard),
  refuseWhileClosed(guard),
  readParameters(),
  readSubmission(),
]

/** Before Lambda would cut the function off, the door says itself that it is busy. */
const ANSWER_BEFORE_CUT_MS = 500

/** The handler of an entry: its contracts, each served by the route of its name. */
export function serve<C extends Contract>(contracts: readonly C[], routes: Routes<C>, guard: Guard) {
  // The contract of the exchange is one of C, and its steps have parsed the call that its route takes.
  const table = routes as unknown as Readonly<Record<string, Route<Contract>>>

  async function answer(event: HttpEvent): Promise<HttpAnswer> {
    const exchange = exchangeOf(event)
    const contract = contractOf(event)
    const use = table[contract.name]
    if (!use) throw new Error(`No route serves ${contract.name}.`)
    const result = await use(exchange as unknown as Call<Contract>)
    if (isRefusal(result)) {
      await keepDenial(exchange, result.refused, guard)
      return refusalAnswer(exchange, result)
    }
    if (!contract.output) return redirectAnswer(contract.status, result as unknown as Redirect)
    return outputAnswer(exchange, contract.status, contract.output.parse(result))
  }

  return middy<HttpEvent, HttpAnswer>({
    timeoutEarlyInMillis: ANSWER_BEFORE_CUT_MS,
    timeoutEarlyResponse: () => {
      throw new Busy('the function ran out of time')
    },
  })
    .use(httpChain(contracts, guard))
    .handler(answer)
}
