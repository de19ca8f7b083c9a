import { sealAddress } from '../platform/identity/configured-reader.ts'
import { createHandler } from '../platform/portal/handler.ts'
import { configuredSignIn } from '../platform/portal/sign-in/configured-sign-in.ts'

/** The portal's pages behind the HTTP API's default route. The build lays Next's output beside this bundle. */
export const handler = createHandler(
  new URL('./next/web/start.cjs', import.meta.url),
  configuredSignIn,
  sealAddress,
)
