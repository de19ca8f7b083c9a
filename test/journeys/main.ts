import { duration, print, printDone, printError } from '../../infra/commands/terminal.ts'
import { ACTED_COUNTY, personalOfReports } from '../support/case-acts.ts'
import { checkWorld, sentencesOf } from '../support/check-world.ts'
import { foundCounty } from '../support/found-county.ts'
import { observeWorld } from '../support/observe-world.ts'
import { bootProduct } from '../support/product-cloud.ts'
import { edgesWalkedNow, tableEdges, walkEdges } from './walks/edges-walk.ts'
import { walkFlows } from './walks/flows-walk.ts'
import { walkRefusals } from './walks/refusals-walk.ts'
import { walkTimeouts } from './walks/timeouts-walk.ts'
import { createWalker } from './walks/walker.ts'

const SHOWN = 25

/**
 * `npm run journeys`: every path of the lifecycle's table over HTTP, on the whole cloud with its virtual clock: every legal
 * edge, every illegal one, every timeout, every exceptional flow; then the world that is left has to be sound.
 */
async function run(): Promise<boolean> {
  const started = performance.now()
  // Monday, 09:00 in China
  const cloud = await bootProduct('2026-11-23T01:00:00Z')
  try {
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    const walker = await createWalker(cloud)
    const refusals = await walkRefusals(walker)
    print(
      `illegal edges   ${refusals.attempts} tried, ${refusals.findings.length} not refused with their code`,
    )
    const edges = await walkEdges(walker, 'others')
    const timeouts = await walkTimeouts(walker, cloud)
    print(
      `timeouts        ${timeouts.fired} fired at ${timeouts.stages} stages, ${timeouts.findings.length} otherwise`,
    )
    const flows = await walkFlows(walker, cloud)
    print(`flows           ${flows.flows} to their ends, ${flows.findings.length} otherwise`)
    edges.push(...(await walkEdges(walker, 'rulings')))
    print(
      `legal edges     ${edgesWalkedNow().length} of ${tableEdges().length} walked by people, ${edges.length} led elsewhere`,
    )
    // figures are folded a few seconds after what they count
    await cloud.advance(60_000)
    await cloud.settled()
    const world = await observeWorld(cloud, {
      nowMs: cloud.clock.now(),
      settled: true,
      told: walker.told,
      personal: personalOfReports,
    })
    const violations = sentencesOf(checkWorld(world))
    walker.close()
    print(
      `requests        ${walker.sent()} about ${world.cases.length} cases, ${world.executions.length} executions`,
    )
    print(`I1 to I16       ${violations.length} violations`)
    print(`took            ${duration(performance.now() - started)}`)
    const findings = [...refusals.findings, ...edges, ...flows.findings, ...timeouts.findings, ...violations]
    for (const finding of findings.slice(0, SHOWN)) printError(finding)
    if (findings.length === 0) printDone('every path is as the trade has it, and the world is sound')
    return findings.length === 0
  } finally {
    await cloud.stop()
  }
}

process.exit((await run()) ? 0 : 1)
