import { CLOCK_PATH, type ClockStep, clockSteps } from '../../../shared/demonstration/clock.ts'
import { instantOf } from '../../../shared/kernel/instant.ts'
import type { OwnRequest, OwnRoutes } from '../../local/main.ts'

/**
 * The demonstration's clock: read by its pages, put forward by a form on them. Whatever falls due on the way is done
 * before the answer, so that the page that follows shows it.
 */
export const clockDoor: OwnRoutes = {
  [`GET ${CLOCK_PATH}`]: ({ clock }) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: instantOf(clock.now()) }),
  }),
  [`POST ${CLOCK_PATH}`]: async ({ headers, body, clock }) => {
    const step = new URLSearchParams(body.toString('utf8')).get('step') ?? ''
    if (isFromElsewhere(headers)) return refusal(403, 'Put the clock forward from its own pages.')
    if (!isStep(step))
      return refusal(400, `The clock is put forward by ${Object.keys(clockSteps).join(' or ')}.`)
    // a second press while it moves changes nothing
    await clock.advanceTo(clock.now() + clockSteps[step]).catch(() => undefined)
    return { status: 303, headers: { location: pathOf(headers) }, body: '' }
  },
}

/** Browsers name the origin of every form that is posted. */
function isFromElsewhere({ origin, host }: OwnRequest['headers']): boolean {
  return origin === undefined || !URL.canParse(origin) || new URL(origin).host !== host
}

const isStep = (step: string): step is ClockStep => Object.hasOwn(clockSteps, step)

const refusal = (status: number, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
})

/** Back to the page that the form stood on; never to another site. */
function pathOf({ referer = '' }: OwnRequest['headers']): string {
  if (!URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.replace(/^\/+/, '/') + search
}
