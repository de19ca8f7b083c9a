import { checks } from './checks.ts'
import { CommandRefused, print, printDone, printError, runCommand } from './terminal.ts'

await runCommand(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !checks.some((check) => check.name === name))
  if (unknown || wanted.length === 0)
    throw new CommandRefused(`Say which checks to run: ${checks.map((check) => check.name).join(', ')}.`)
  for (const check of checks.filter(({ name }) => wanted.includes(name))) {
    const started = performance.now()
    const { ok, output } = await check.run()
    if (ok) printDone(check.name, performance.now() - started)
    else {
      print(output)
      printError(`${check.name}: ${check.advice}`)
      process.exitCode = 1
    }
  }
})
