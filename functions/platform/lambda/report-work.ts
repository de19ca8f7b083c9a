import middy from '@middy/core'
import * as z from 'zod'
import { caseId, tenantCode } from '#shared/kernel/ids'
import { log } from '../log.ts'

/** What functions/platform/lambda/later-reports.ts sends: which report, and nothing of what is in it. */
const work = z.strictObject({ tenant: tenantCode, id: caseId })
type ReportWork = z.output<typeof work>

/** The handler of the function that takes reports later: payload checked, failures logged; the service repeats it. */
export const reportWork = (use: (work: ReportWork) => Promise<void>) =>
  middy<unknown, void>()
    .onError(({ event, error }) => {
      const { data } = work.safeParse(event)
      log.error('a report could not be taken', error, data && { tenant: data.tenant, caseId: data.id })
    })
    .handler(async (event) => use(work.parse(event)))
