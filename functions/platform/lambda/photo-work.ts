import middy from '@middy/core'
import * as z from 'zod'
import { photoId, tenantCode } from '#shared/kernel/ids'
import { log } from '../log.ts'

/** What functions/platform/lambda/photo-developer.ts sends. */
const work = z.strictObject({ tenant: tenantCode, photo: photoId })
type PhotoWork = z.output<typeof work>

/** The handler of the function that develops photos: payload checked, failures logged. */
export const photoWork = (use: (work: PhotoWork) => Promise<unknown>) =>
  middy<unknown, void>()
    .onError(({ event, error }) => {
      const { data } = work.safeParse(event)
      log.error('a photo could not be developed', error, data && { tenant: data.tenant })
    })
    .handler(async (event) => void (await use(work.parse(event))))
