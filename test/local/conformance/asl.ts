import { haveCases, listCases, runCase } from './asl-cases.ts'

/** Of the recorded cases, at least so many must match; no supported one may differ. */
const LEAST_MATCHED = 55

const print = (line: string) => process.stdout.write(`${line}\n`)

/** The command: prints what it found and answers the exit code. */
export async function conformAsl(): Promise<number> {
  if (!haveCases()) {
    print('asl: skipped, the recordings (shared/conformance/asl) are not beside the project')
    return 0
  }
  const cases = listCases()
  const unsupported = new Map<string, number>()
  let matched = 0
  let failed = 0
  for (const entry of cases) {
    const verdict = await runCase(entry)
    if (verdict.verdict === 'matched') matched += 1
    else if (verdict.verdict === 'unsupported')
      unsupported.set(verdict.reason, (unsupported.get(verdict.reason) ?? 0) + 1)
    else {
      failed += 1
      print(`asl: ${entry.id.split('::').at(-1)} differs: ${verdict.difference}`)
    }
  }
  for (const [reason, count] of unsupported) print(`asl: ${count} unsupported: ${reason}`)
  print(
    `asl: ${cases.length} recorded histories, ${matched} matched, ${cases.length - matched - failed} unsupported, ${failed} failed (bar: ${LEAST_MATCHED} matched, 0 failed)`,
  )
  return matched >= LEAST_MATCHED && failed === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await conformAsl()
