// Every npm script starts here, on whatever Node (20 or newer) the machine has: installs what the lockfile names
// when that has changed, then runs the command on the project's own Node 24 from node_modules.
// Plain JavaScript and node:* only: nothing is installed yet when this file is read.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const root = resolve(fileURLToPath(import.meta.url), '../../..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.chengyun-lock')
const nodeFolder = join(modules, 'node', 'bin')
const projectNode = join(nodeFolder, process.platform === 'win32' ? 'node.exe' : 'node')

function refuse(sentence) {
  process.stderr.write(`✘ ${sentence}\n`)
  process.exit(1)
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

const installed = () =>
  existsSync(projectNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()

function npm(args) {
  // npm tells its scripts where it lives; that path runs the same everywhere, Windows included
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      })
}

function install() {
  if (!existsSync(join(root, 'package-lock.json')))
    refuse(`package-lock.json is missing in ${root}: get a whole copy of the project.`)
  if (installed()) return
  const fresh = !existsSync(modules)
  process.stdout.write(`… installing packages${fresh ? ' (first time: about a minute)' : ''}\n`)
  const started = performance.now()
  // not `npm ci`: it refuses a lockfile that was made where packages of other platforms could not be had
  const result = npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
  if (result.error)
    refuse(`npm cannot be run (${result.error.message}). Install npm, which comes with Node, and try again.`)
  if (result.status !== 0)
    refuse('npm could not install the packages; the lines above say why. Check the network and try again.')
  if (!existsSync(projectNode))
    refuse(
      'The package "node" was installed without its program: npm was told to ignore install scripts. Run: npm rebuild node',
    )
  writeFileSync(stamp, lockHash())
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`✔ packages installed ${seconds} s\n`)
}

function run(file, args) {
  const path = [join(modules, '.bin'), nodeFolder, process.env.PATH ?? ''].join(delimiter)
  const child = spawn(projectNode, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    cwd: root,
  })
  // the command ends by itself on these; this process only has to outlive it and pass its answer on
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => refuse(`Node 24 cannot be run from node_modules: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

const [command, ...args] = process.argv.slice(2)
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
  refuse(
    `Node ${OLDEST_NODE} or newer is needed to start; this is ${process.versions.node}. See https://nodejs.org.`,
  )
if (!command) refuse('Say which command to run, for example: npm start')
const file = command.endsWith('.ts') ? join(root, command) : join(root, 'infra', 'commands', `${command}.ts`)
if (!existsSync(file)) refuse(`There is no command "${command}". \`npm run\` lists all commands.`)
install()
run(file, args)
