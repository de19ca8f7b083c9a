import { show } from './processes.ts'
import { duration, print, printDone, printError, runCommand } from './terminal.ts'

/** A figure of the quality list: a command that prints what it measured and fails when it falls short. */
interface Gate {
  name: string
  file: string
  args: string[]
}

const gates: Gate[] = [
  { name: 'conformance', file: 'infra/commands/conformance.ts', args: [] },
  { name: 'bench store', file: 'test/bench/main.ts', args: ['store'] },
  {
    name: 'chaos kill',
    file: 'test/chaos/main.ts',
    args: ['kill', '--cycles', '5', '--waits', '1000', '--product', '3'],
  },
  { name: 'fuzz', file: 'test/fuzz/main.ts', args: ['--requests', '5000', '--seed', '63521'] },
  { name: 'probe routes', file: 'test/probe/main.ts', args: ['routes', '--one-in', '8'] },
  { name: 'probe bugs', file: 'test/probe/main.ts', args: ['bugs'] },
  { name: 'probe walls', file: 'test/probe/main.ts', args: ['walls'] },
  { name: 'model', file: 'test/model/main.ts', args: ['--sequences', '2000', '--seed', '31'] },
  {
    name: 'model races',
    file: 'test/model/main.ts',
    args: ['races', '--interleavings', '2000', '--seed', '31'],
  },
  { name: 'bench cost', file: 'test/bench/main.ts', args: ['cost'] },
]

await runCommand(async () => {
  const started = performance.now()
  const summary: { gate: Gate; ok: boolean; milliseconds: number }[] = []
  // one after the other: a figure measured beside another gate would be the figure of both
  for (const gate of gates) {
    print(`\n── ${gate.name}`)
    const gateStarted = performance.now()
    const { code } = await show('node', [gate.file, ...gate.args])
    summary.push({ gate, ok: code === 0, milliseconds: performance.now() - gateStarted })
  }
  print('')
  for (const { gate, ok, milliseconds } of summary)
    if (ok) printDone(gate.name, milliseconds)
    else
      printError(
        `${gate.name} falls short (${duration(milliseconds)}): node ${gate.file} ${gate.args.join(' ')}`,
      )
  const failed = summary.filter(({ ok }) => !ok).length
  print(`\nnpm run verify: ${duration(performance.now() - started)}`)
  print(`${summary.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
})
