import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { PhotoDeveloper } from '../../intake/ports.ts'
import { Busy, patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** The largest photo on a cold start; whoever waits longer is told to ask again. */
const DEVELOP_TIMEOUT_MS = 26_000

/** Sets the function to work that develops photos. One that fails leaves the photo waiting, to be asked for again. */
export function createPhotoDeveloper(): PhotoDeveloper {
  const FunctionName = config('DEVELOP_PHOTO_FUNCTION')
  const client = new LambdaClient({
    // a second one would do the same work beside the first
    maxAttempts: 1,
    requestHandler: { ...callLimits.requestHandler, requestTimeout: DEVELOP_TIMEOUT_MS },
  })
  return {
    develop: (work) =>
      patiently(async () => {
        const { FunctionError } = await client.send(
          new InvokeCommand({ FunctionName, Payload: JSON.stringify(work) }),
        )
        if (FunctionError) throw new Busy('the photo could not be developed now')
      }),
  }
}
