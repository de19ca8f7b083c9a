import { existsSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'
import { refuseWhileRunning } from './running.ts'
import { CommandRefused, printDone, runCommand } from './terminal.ts'

await runCommand(async () => {
  const { values } = parseArgs({ options: { folder: { type: 'string' }, yes: { type: 'boolean' } } })
  const folder = dataFolder(values.folder)
  if (!existsSync(folder)) return printDone(`there is no data in ${folder}`)
  refuseWhileRunning(folder)
  if (!values.yes) await confirm(folder)
  rmSync(folder, { recursive: true })
  printDone(`removed all data in ${folder}`)
})

async function confirm(folder: string) {
  if (!process.stdin.isTTY)
    throw new CommandRefused(`This removes all data in ${folder}. Add --yes to do it: npm run reset -- --yes`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Remove all data in ${folder}? Type yes: `)
  terminal.close()
  if (answer.trim() !== 'yes') throw new CommandRefused('Nothing was removed.')
}
