import * as z from 'zod'
import { tenantCode } from '#shared/kernel/ids'
import type { LeavingInput } from '#shared/tenants/leaving-asl'

/** What shared/tenants/leaving-asl.ts passes to the function that takes out and erases. */
export const leavingJob: z.ZodType<LeavingInput> = z.object({
  tenant: tenantCode,
  job: z.enum(['export', 'erasure']),
  number: z.int().min(1),
  attempt: z.int().min(1),
})
