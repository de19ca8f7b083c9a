/** What the client was told before a kill, from its own log. */
export interface Acknowledged {
  /** Single items by id, with the last value that was acknowledged. */
  items: Map<string, number>
  /** Cases by id, with the last version that was acknowledged. */
  cases: Map<string, number>
  /** Names of executions whose start was acknowledged. */
  started: Set<string>
  /** Names of executions whose task token was answered, and the answer acknowledged. */
  answered: Set<string>
}

/** What is there after the restart. */
export interface World {
  items: Map<string, number>
  /** Hot items by case id: their version. */
  cases: Map<string, number>
  /** Versions of the history rows by case id. */
  history: Map<string, number[]>
  /** How often the stream told the function of a row: `ITEM#<id>#<value>`, `HISTORY#<id>#<version>`, `NOTE#<execution>`. */
  effects: Map<string, number>
  executions: Map<string, string>
}

export const emptyAcknowledged = (): Acknowledged => ({
  items: new Map(),
  cases: new Map(),
  started: new Set(),
  answered: new Set(),
})

/**
 * Problems found, as sentences; none when the world is sound. `settled` means that the cloud was given the time to
 * finish what it had begun: only then everything answered must have ended and every effect must have happened.
 */
export function checkWorld(told: Acknowledged, world: World, settled: boolean): string[] {
  const problems = [
    ...lostItems(told, world),
    ...lostCases(told, world),
    ...halfCases(world),
    ...lostExecutions(told, world),
    ...inventedEffects(world),
  ]
  return settled ? [...problems, ...unfinished(told, world), ...missingEffects(told, world)] : problems
}

function lostItems(told: Acknowledged, world: World): string[] {
  return [...told.items]
    .filter(([id, value]) => (world.items.get(id) ?? Number.NEGATIVE_INFINITY) < value)
    .map(
      ([id, value]) =>
        `item ${id}: value ${value} was acknowledged, ${world.items.get(id) ?? 'nothing'} is there`,
    )
}

function lostCases(told: Acknowledged, world: World): string[] {
  return [...told.cases]
    .filter(([id, version]) => (world.cases.get(id) ?? 0) < version)
    .map(
      ([id, version]) =>
        `case ${id}: version ${version} was acknowledged, ${world.cases.get(id) ?? 'nothing'} is there`,
    )
}

/** A transaction writes the case and one history row: the rows are 1, 2, … version, whatever was acknowledged. */
function halfCases(world: World): string[] {
  const problems: string[] = []
  for (const id of new Set([...world.cases.keys(), ...world.history.keys()])) {
    const version = world.cases.get(id) ?? 0
    const rows = (world.history.get(id) ?? []).toSorted((a, b) => a - b)
    const whole = rows.length === version && rows.every((row, index) => row === index + 1)
    if (!whole)
      problems.push(`case ${id}: half a transaction: version ${version}, history rows ${rows.join(' ')}`)
  }
  return problems
}

function lostExecutions(told: Acknowledged, world: World): string[] {
  const lost = [...told.started]
    .filter((name) => !world.executions.has(name))
    .map((name) => `execution ${name}: its start was acknowledged, it is not there`)
  const broken = [...world.executions]
    .filter(([, status]) => status !== 'RUNNING' && status !== 'SUCCEEDED')
    .map(([name, status]) => `execution ${name} ended as ${status}`)
  return [...lost, ...broken]
}

/** An effect of something that is not there: its cause was shown before it was durable. */
function inventedEffects(world: World): string[] {
  const problems: string[] = []
  for (const effect of world.effects.keys()) {
    const [kind, id = '', number] = effect.split('#')
    const cause =
      kind === 'ITEM'
        ? (world.items.get(id) ?? 0) >= Number(number)
        : kind === 'HISTORY'
          ? (world.cases.get(id) ?? 0) >= Number(number)
          : world.executions.has(id)
    if (!cause) problems.push(`effect ${effect} happened without its cause`)
  }
  return problems
}

function unfinished(told: Acknowledged, world: World): string[] {
  return [...told.answered]
    .filter((name) => world.executions.get(name) !== 'SUCCEEDED')
    .map((name) => `execution ${name} was answered and is ${world.executions.get(name) ?? 'not there'}`)
}

function missingEffects(told: Acknowledged, world: World): string[] {
  const expected = [
    ...[...told.items].map(([id, value]) => `ITEM#${id}#${value}`),
    ...[...world.history].flatMap(([id, rows]) => rows.map((row) => `HISTORY#${id}#${row}`)),
    ...[...told.answered].map((name) => `NOTE#${name}`),
  ]
  return expected
    .filter((effect) => !world.effects.has(effect))
    .map((effect) => `effect ${effect} never happened`)
}
