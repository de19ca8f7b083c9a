import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'
import { CommandRefused, print, printError, runCommand } from './terminal.ts'

const WATCHED = ['shared', 'functions', 'infra/cloud', 'infra/local', 'web']
const WRITTEN = /(^|[\\/])(\.next|next-env\.d\.ts|[^\\/]*\.tsbuildinfo)([\\/]|$)/
const QUIET_MS = 200 // editors write a file in several steps
const START = fileURLToPath(new URL('./start.ts', import.meta.url))

await runCommand(async () => {
  let stopping = false
  let running = start()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopping = true
      if (signal === 'SIGTERM') running.kill(signal)
    })
  for await (const file of changes(() => stopping)) {
    print(`\n… ${file} changed`)
    if (!(await builds())) continue
    await stop(running)
    running = start()
  }
  await stop(running)
})

function start(): ChildProcess {
  const args = ['--disable-warning=ExperimentalWarning', START, ...process.argv.slice(2)]
  return spawn(process.execPath, args, { stdio: 'inherit' })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** What does not build leaves the running instance as it is. */
async function builds(): Promise<boolean> {
  try {
    await build()
    return true
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error
    printError(error.message)
    return false
  }
}

/** One changed file per burst of changes, until asked to stop. */
async function* changes(stopped: () => boolean): AsyncGenerator<string> {
  let changed: string | undefined
  const watchers = WATCHED.map((folder) =>
    watch(folder, { recursive: true }, (_, file) => {
      if (file && !WRITTEN.test(file)) changed = `${folder}/${file}`
    }),
  )
  try {
    while (!stopped()) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      if (!changed) continue
      const file = changed
      changed = undefined
      yield file
    }
  } finally {
    for (const watcher of watchers) watcher.close()
  }
}
