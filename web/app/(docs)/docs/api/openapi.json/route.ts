import { contracts } from '#shared/contracts'
import { openApiDocument } from '#shared/kernel/openapi'

/** The document follows from the contracts alone: it is made once, when the portal is built. */
export const dynamic = 'force-static'

export const GET = () => Response.json(openApiDocument(contracts))
