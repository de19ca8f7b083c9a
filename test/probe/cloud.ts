import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AssembleOptions, assembleProduct } from '../support/assemble-product.ts'
import { bootLocalCloud, type TestCloud } from '../support/local-cloud.ts'
import { createTestIssuer, type TestIssuer } from '../support/test-issuer.ts'

export interface ProbeCloud {
  cloud: TestCloud
  trusted: TestIssuer
  stranger: TestIssuer
  stop(): Promise<void>
}

interface ProbeCloudOptions extends AssembleOptions {
  /** Changes the assembly before it boots. */
  amend?: (assembly: string) => void
}

/** Tuesday, 09:00 in China: everybody is on duty. */
const MORNING = Date.parse('2026-11-24T01:00:00Z')

/** Bundles, synthesizes and boots the product, or a changed copy of it, on a local cloud of its own. */
export async function bootProbeCloud(options: ProbeCloudOptions = {}): Promise<ProbeCloud> {
  const build = mkdtempSync(join(tmpdir(), 'probe-'))
  const forget = () => rmSync(build, { recursive: true, force: true })
  try {
    const assembly = await assembleProduct(build, options)
    options.amend?.(assembly)
    const trusted = await createTestIssuer()
    const stranger = await createTestIssuer({ issuer: trusted.issuer })
    const identity = { IdentityJwks: JSON.stringify(trusted.jwks), IdentityIssuer: trusted.issuer }
    const cloud = await bootLocalCloud({
      assembly,
      parameters: identity,
      clockStart: MORNING,
    })
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
