import { expect, test } from 'vitest'
import { projectFiles, read } from './tree.ts'

interface PackageJson {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides?: Record<string, string>
  engines?: unknown
  devEngines?: unknown
}
const packageJson = JSON.parse(read('package.json')) as PackageJson
const scripts = Object.keys(packageJson.scripts)
const readmes = ['README.md', 'README.en.md']

/** Commands named in a text: `npm start`, `npm test`, `npm run <name>`. */
const commandsIn = (text: string) =>
  new Set(
    [...text.matchAll(/npm (?:run )?(start|test(?!:)|(?<=run )[a-z][a-z:-]*)/g)].map(
      (match) => match[1] ?? '',
    ),
  )

test('every version is exact', () => {
  const { dependencies, devDependencies, overrides = {} } = packageJson
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`)
  expect(loose).toEqual([])
})

test('a package stands once, as what runs or as what builds', () => {
  const twice = Object.keys(packageJson.dependencies).filter((name) => name in packageJson.devDependencies)
  expect(twice).toEqual([])
})

test('an older Node may start the project: it brings its own', () => {
  expect(packageJson.devDependencies.node).toMatch(/^24\./)
  expect(packageJson.engines).toBeUndefined()
  expect(packageJson.devEngines).toBeUndefined()
})

test('the lockfile names no registry, and neither does the npm configuration', () => {
  expect(read('package-lock.json')).not.toContain('"resolved": "http')
  expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true')
  expect(read('.npmrc')).not.toMatch(/^\s*(@[^:]+:)?registry/m)
})

test('every script starts through the bootstrap and has its file', () => {
  for (const [name, command] of Object.entries(packageJson.scripts)) {
    const [, started = ''] = /^node infra\/commands\/bootstrap\.mjs (\S+)/.exec(command) ?? []
    const file = started.endsWith('.ts') ? started : `infra/commands/${started}.ts`
    expect(projectFiles, `npm run ${name}`).toContain(file)
  }
})

test.each(readmes)('%s has a line for every command, and names no other', (readme) => {
  const named = commandsIn(read(readme))
  expect(scripts.filter((script) => !named.has(script))).toEqual([])
  expect([...named].filter((name) => !scripts.includes(name))).toEqual([])
})

test('both READMEs have the same headings, tables and command blocks', () => {
  const [chinese = '', english = ''] = readmes.map(read)
  const shape = (text: string) => ({
    headings: text
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .map((line) => line.indexOf(' ')),
    rows: text.split('\n').filter((line) => line.startsWith('|')).length,
    commands: [...commandsIn(text)].sort(),
  })
  expect(shape(english)).toEqual(shape(chinese))
})

test.each(readmes)('every file that %s leads to exists', (readme) => {
  const links = [...read(readme).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '')
  const missing = links.filter(
    (link) => !projectFiles.some((file) => file === link || file.startsWith(`${link.replace(/\/$/, '')}/`)),
  )
  expect(missing).toEqual([])
})

test('every runbook that is named exists', () => {
  const named = projectFiles
    .filter((file) => /^(functions|infra)\/.*\.ts$/.test(file) || readmes.includes(file))
    .flatMap((file) => [...read(file).matchAll(/runbooks\/([a-z0-9-]+\.md)/g)].map((match) => match[1]))
  const missing = [...new Set(named)].filter((name) => !projectFiles.includes(`infra/cloud/runbooks/${name}`))
  expect(missing).toEqual([])
})
