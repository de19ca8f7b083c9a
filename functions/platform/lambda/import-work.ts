import middy from '@middy/core'
import * as z from 'zod'
import { importId } from '#shared/imports/job'
import { importKinds } from '#shared/imports/kinds'
import { tenantCode } from '#shared/kernel/ids'
import { log } from '../log.ts'

/** What functions/platform/lambda/import-runner.ts sends. */
const work = z.union([
  z.strictObject({ tenant: tenantCode, job: importId }),
  z.strictObject({ tenant: tenantCode, template: z.enum(importKinds) }),
])
export type ImportWork = z.output<typeof work>

/** The handler of the function that reads files: payload checked, failures logged; the service repeats it. */
export const importWork = (use: (work: ImportWork) => Promise<unknown>) =>
  middy<unknown, void>()
    .onError(({ event, error }) => {
      const { data } = work.safeParse(event)
      log.error('an import stopped', error, data && { tenant: data.tenant })
    })
    .handler(async (event) => void (await use(work.parse(event))))
