import { demonstrationContracts } from '#shared/demonstration/contract'
import { demonstrationRoutes } from '../demonstration/routes.ts'
import { Refused } from '../platform/http/refused.ts'
import { serve } from '../platform/http/serve.ts'
import { createTokenMaker } from '../platform/identity/demonstration-tokens.ts'

/** The face picker: in the demonstration's own stack only, for its own county only. */
export const handler = serve(demonstrationContracts, demonstrationRoutes(createTokenMaker()), {
  verify: async () => {
    throw new Refused('sign-in-invalid')
  },
  isOpen: async () => false,
  recordDenial: async () => undefined,
})
