import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assembleProduct } from '../support/assemble-product.ts'
import { bootLocalCloud, type TestCloud } from '../support/local-cloud.ts'
import { createTestIssuer, type TestIssuer } from '../support/test-issuer.ts'

interface ProbeCloud {
  cloud: TestCloud
  trusted: TestIssuer
  stranger: TestIssuer
  stop(): Promise<void>
}

/** Tuesday, 09:00 in China: everybody is on duty. */
export const MORNING = Date.parse('2026-11-24T01:00:00Z')

/** Bundles, synthesizes and boots the product on a local cloud of its own. */
export async function bootProbeCloud(): Promise<ProbeCloud> {
  const build = mkdtempSync(join(tmpdir(), 'probe-'))
  const forget = () => rmSync(build, { recursive: true, force: true })
  try {
    const assembly = await assembleProduct(build)
    const { trusted, stranger, parameters } = await createIssuers()
    const cloud = await bootLocalCloud({ assembly, parameters, clockStart: MORNING })
    const stop = async () => {
      await cloud.stop()
      forget()
    }
    return { cloud, trusted, stranger, stop }
  } catch (error) {
    forget()
    throw error
  }
}

/** One whom the product trusts, one who only says to be it, and the parameters that tell them apart. */
export async function createIssuers() {
  const trusted = await createTestIssuer()
  const stranger = await createTestIssuer({ issuer: trusted.issuer })
  const parameters = { IdentityJwks: JSON.stringify(trusted.jwks), IdentityIssuer: trusted.issuer }
  return { trusted, stranger, parameters }
}
