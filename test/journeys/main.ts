import { duration, print, printDone, printError } from '../../infra/commands/terminal.ts'
import { ACTED_COUNTY, LEAD_UNIT, personalOfReports } from '../support/case-acts.ts'
import { checkWorld, sentencesOf } from '../support/check-world.ts'
import { foundCounty } from '../support/found-county.ts'
import { observeWorld } from '../support/observe-world.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { usualTerms } from '../support/usual-terms.ts'
import { keepWorker } from '../support/working-people.ts'
import type { Told } from '../support/world/world.ts'
import { walkEdges } from './walks/edges-walk.ts'
import { walkFlows } from './walks/flows-walk.ts'
import { WORKER } from './walks/means.ts'
import { walkRefusals } from './walks/refusals-walk.ts'
import { foundRuledCounty, RULED_COUNTY, walkByRule } from './walks/rules-walk.ts'
import { coverageOf } from './walks/table.ts'
import { walkTimeouts } from './walks/timeouts-walk.ts'
import { createWalker } from './walks/walker.ts'

const SHOWN = 25
const A_MINUTE = 60_000

/**
 * `npm run journeys`: every path of the lifecycle's table over HTTP, on the whole cloud with its virtual clock: every legal
 * edge by each of those who may take it and to each stage that it leads to, every illegal one, every timeout, every
 * exceptional flow; then the world that is left has to be sound.
 */
async function run(): Promise<boolean> {
  const started = performance.now()
  // Monday, 09:00 in China
  const cloud = await bootProduct('2026-11-23T01:00:00Z')
  try {
    await foundRuledCounty(cloud)
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    await keepWorker(cloud.clientConfig, { tenant: ACTED_COUNTY, person: WORKER, unit: LEAD_UNIT })
    const told: Told[] = []
    const findings = await walkAll(cloud, told)
    const world = await settledWorld(cloud, told)
    const coverage = coverageOf(world.cases)
    print(
      `legal edges     ${coverage.walked} of ${coverage.edges} walked; ${coverage.waysWalked} of their ${coverage.ways} ways: to each stage, by each who may`,
    )
    const violations = sentencesOf(checkWorld(world))
    print(
      `requests        ${told.length} about ${world.cases.length} cases, ${world.executions.length} executions`,
    )
    print(`I1 to I16       ${violations.length} violations`)
    print(`took            ${duration(performance.now() - started)}`)
    findings.push(...coverage.missing.map((name) => `nobody walked ${name}`), ...violations)
    for (const finding of findings.slice(0, SHOWN)) printError(finding)
    if (findings.length === 0) printDone('every path is as the trade has it, and the world is sound')
    return findings.length === 0
  } finally {
    await cloud.stop()
  }
}

async function walkAll(cloud: ProductCloud, told: Told[]): Promise<string[]> {
  const walker = await createWalker(cloud, ACTED_COUNTY, told)
  const ruled = await createWalker(cloud, RULED_COUNTY, told)
  const refusals = await walkRefusals(walker)
  print(`illegal edges   ${refusals.attempts} tried, ${refusals.findings.length} not refused with their code`)
  const edges = await walkEdges(walker, 'others')
  const timeouts = await walkTimeouts(walker, cloud)
  print(
    `timeouts        ${timeouts.fired} fired on ${timeouts.cases} cases, ${timeouts.findings.length} otherwise`,
  )
  const byRule = await walkByRule(cloud, { walker, ruled })
  const flows = await walkFlows(walker, cloud)
  const otherwise = [...byRule.findings, ...flows.findings]
  print(`flows           ${byRule.flows + flows.flows} to their ends, ${otherwise.length} otherwise`)
  edges.push(...(await walkEdges(walker, 'rulings')))
  walker.close()
  ruled.close()
  return [...refusals.findings, ...edges, ...timeouts.findings, ...otherwise]
}

async function settledWorld(cloud: ProductCloud, told: readonly Told[]) {
  // figures are folded a few seconds after what they count
  await cloud.advance(A_MINUTE)
  await cloud.settled()
  return observeWorld(cloud, {
    nowMs: cloud.clock.now(),
    settled: true,
    told,
    personal: personalOfReports,
    terms: usualTerms,
  })
}

process.exit((await run()) ? 0 : 1)
