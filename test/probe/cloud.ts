import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AssembleOptions, assembleProduct } from '../support/assemble-product.ts'
import { bootLocalCloud, type TestCloud, type TestCloudOptions } from '../support/local-cloud.ts'
import { createTestIssuer, type TestIssuer } from '../support/test-issuer.ts'

export interface ProbeCloud {
  cloud: TestCloud
  trusted: TestIssuer
  stranger: TestIssuer
  stop(): Promise<void>
}

/** Tuesday, 09:00 in China: everybody is on duty. */
const MORNING = Date.parse('2026-11-24T01:00:00Z')

/** Bundles, synthesizes and boots the product, or a changed copy of it, on a local cloud of its own. */
export async function bootProbeCloud(
  options: AssembleOptions &
    Pick<TestCloudOptions, 'onDecision'> & { parameters?: Record<string, string> } = {},
): Promise<ProbeCloud> {
  const build = mkdtempSync(join(tmpdir(), 'probe-'))
  const forget = () => rmSync(build, { recursive: true, force: true })
  try {
    const assembly = await assembleProduct(build, options)
    const trusted = await createTestIssuer()
    const stranger = await createTestIssuer({ issuer: trusted.issuer })
    const identity = { IdentityJwks: JSON.stringify(trusted.jwks), IdentityIssuer: trusted.issuer }
    const cloud = await bootLocalCloud({
      assembly,
      parameters: { ...identity, ...options.parameters },
      clockStart: MORNING,
      ...(options.onDecision && { onDecision: options.onDecision }),
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
