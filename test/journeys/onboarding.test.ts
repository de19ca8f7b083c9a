import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { allCounties, onboardUnderFire } from '../chaos/onboarding/onboard.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarding-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

it('counties become whole while another is used and the provisioner is killed: none half, none twice', async () => {
  const report = await onboardUnderFire({
    counties: [...allCounties.slice(0, 2), '500229'],
    processKills: 2,
    random: Math.random,
    folder,
  })
  expect(report.problems).toEqual([])
  expect(report.counties).toBe(3)
  expect(report.acknowledged).toBeGreaterThan(0)
}, 180_000)
