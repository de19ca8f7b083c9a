import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'
import { diagnose } from './diagnosis.ts'
import { DEFAULT_PORT, portNumber } from './ports.ts'
import { print, printDone, printError, runCommand } from './terminal.ts'

await runCommand(async () => {
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, port: { type: 'string', default: DEFAULT_PORT } },
  })
  let troubles = 0
  for (const { name, found, advice } of await diagnose({
    folder: dataFolder(values.folder),
    port: portNumber(values.port),
  })) {
    if (advice) {
      troubles++
      printError(`${name}: ${found}. ${advice}`)
    } else printDone(`${name}: ${found}`)
  }
  print(troubles === 0 ? 'Everything is in order.' : `${troubles} to mend; the lines with ✘ say how.`)
  if (troubles > 0) process.exitCode = 1
})
