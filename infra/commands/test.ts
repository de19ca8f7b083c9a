import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { checks } from './checks.ts'
import { show } from './processes.ts'
import { duration, print, printDone, printError, runCommand } from './terminal.ts'

const RESULTS = '.build/test-results.json'

interface Count {
  passed: number
  failed: number
}

await runCommand(async () => {
  const started = performance.now()
  const counts = [await runChecks(), await runTests(process.argv.slice(2))]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  print(`\nnpm test: ${duration(performance.now() - started)}`)
  print(`${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
})

async function runChecks(): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  for (const check of checks) {
    const started = performance.now()
    const { ok, output } = await check.run()
    if (ok) {
      printDone(check.name, performance.now() - started)
      count.passed++
    } else {
      print(output)
      printError(`${check.name}: ${check.advice}`)
      count.failed++
    }
  }
  return count
}

/** The tests that matter for every change; `filters` (folders or parts of file names) narrow them. */
async function runTests(filters: string[]): Promise<Count> {
  mkdirSync('.build', { recursive: true })
  rmSync(RESULTS, { force: true })
  const { code } = await show('vitest', [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
    ...filters,
  ])
  const count = readCount()
  // a run that ends badly without a failed test (a file that does not load, an unhandled error) is a failure too
  if (code !== 0 && count.failed === 0) count.failed = 1
  return count
}

function readCount(): Count {
  try {
    const results = JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, unknown>
    return { passed: Number(results.numPassedTests ?? 0), failed: Number(results.numFailedTests ?? 0) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
