import middy from '@middy/core'
import * as z from 'zod'
import { caseId, tenantCode } from '#shared/kernel/ids'
import { stages } from '#shared/lifecycle/lifecycle'
import { log } from '../log.ts'

const step = {
  tenant: tenantCode,
  caseId,
  run: z.int().min(1),
  stage: z.enum(stages),
}

/** What shared/lifecycle/asl.ts passes to the step that enters a stage. */
export const stageEntered = z.object({
  ...step,
  token: z.string().min(1),
  known: z.object({ version: z.int(), wake: z.string().exactOptional() }),
})

/** What shared/lifecycle/asl.ts passes to the step that a timer leads to. */
export const timerFired = z.object({ ...step, startedAt: z.iso.datetime() })

/** The handler of a workflow step: payload checked, failures logged; the state machine repeats or stops. */
export function workflowStep<P extends { tenant: string; caseId?: string }, R>(
  payload: z.ZodType<P>,
  use: (payload: P) => Promise<R>,
) {
  return middy<unknown, R>()
    .onError(({ event, error }) => {
      const { data } = payload.safeParse(event)
      log.error(
        'a workflow step failed',
        error,
        data && {
          tenant: data.tenant,
          ...(data.caseId !== undefined && { caseId: data.caseId }),
        },
      )
    })
    .handler(async (event) => use(payload.parse(event)))
}
