import { parseArgs } from 'node:util'
import { duration, print, printDone, printError } from '../../infra/commands/terminal.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'
import { runRaces } from './races.ts'
import { runSequences } from './sequences.ts'

/**
 * `npm run model -- --sequences 2000 --seed 1`: random sequences of acts, time, stream records, mishaps and repeats through
 * the real use cases and the real store, against a small model of the trade's rules. `npm run model -- races --interleavings
 * 2000`: people, timers and the stream at once on one case, in every order that their awaits allow.
 */
async function run(all: string[]): Promise<boolean> {
  const racing = all[0] === 'races'
  const args = racing ? all.slice(1) : all
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { sequences: text, interleavings: text, seed: text } })
  const sequences = Number(values.sequences ?? 2_000)
  const seed = Number(values.seed ?? Date.now() % 100_000)
  const database = await startCountyDatabase({ quick: true })
  const started = performance.now()
  try {
    if (racing) return await race(database, Number(values.interleavings ?? 2_000), seed)
    const report = await runSequences(database, { sequences, seed })
    print(`sequences    ${report.sequences}, seed ${seed}, in ${duration(performance.now() - started)}`)
    print(
      `happenings   ${report.happenings}, of which ${report.acts} acts, ${report.refused} of them refused`,
    )
    print(`stages       ${report.stages.size} reached: ${[...report.stages].join(' ')}`)
    if (report.failure) {
      printError(report.failure)
      return false
    }
    printDone('the product and the model agree, and every world is sound')
    return true
  } finally {
    await database.close()
  }
}

async function race(database: CountyDatabase, interleavings: number, seed: number): Promise<boolean> {
  const started = performance.now()
  const report = await runRaces(database, { interleavings, seed })
  print(`interleavings  ${report.interleavings}, seed ${seed}, in ${duration(performance.now() - started)}`)
  print(
    `racers         ${report.racers}, of which ${report.timers} timers; ${report.won} acts won, ${report.lost} lost`,
  )
  print(`stages raced   ${[...report.stages].join(' ')}`)
  if (report.failure) {
    printError(report.failure)
    return false
  }
  printDone('one wins, every other is told so, and every world is sound')
  return true
}

process.exit((await run(process.argv.slice(2))) ? 0 : 1)
