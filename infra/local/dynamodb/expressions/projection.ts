import { type AttributeValue, attribute, type Item, setAttribute } from '../values/value.ts'
import { readTokens } from './lexer.ts'
import { type Faults, type Path, parsePath, throwFaults } from './syntax.ts'

export function parseProjection(text: string): Path[] {
  const cursor = readTokens(text)
  const faults: Faults = {}
  const paths = [parsePath(cursor, faults)]
  while (cursor.accept(',')) paths.push(parsePath(cursor, faults))
  if (cursor.peek().kind !== 'end') cursor.fail()
  throwFaults(faults)
  return paths
}

/** Paths folded into a tree, so that several of them can reach into one map or list. A leaf keeps the whole value. */
type Node = Map<string | number, Node>

/** What the paths pick out of an item, in its own structure; lists close the gaps between the elements picked. */
export function project(paths: Path[], item: Item): Item {
  return pickNames(fold(paths), item)
}

function fold(paths: Path[]): Node {
  const root: Node = new Map()
  for (const path of paths) {
    let node = root
    for (const step of path) {
      const next = node.get(step) ?? new Map()
      node.set(step, next)
      node = next
    }
  }
  return root
}

function pickNames(node: Node, item: Item): Item {
  const picked: Item = {}
  for (const [name, below] of node) {
    const value = typeof name === 'string' ? attribute(item, name) : undefined
    const part = value && pick(below, value)
    if (part) setAttribute(picked, name as string, part)
  }
  return picked
}

function pick(node: Node, value: AttributeValue): AttributeValue | undefined {
  if (node.size === 0) return value
  if (value.M !== undefined) {
    const picked = pickNames(node, value.M)
    return Object.keys(picked).length > 0 ? { M: picked } : undefined
  }
  if (value.L === undefined) return undefined
  const elements = [...node]
    .filter((entry): entry is [number, Node] => typeof entry[0] === 'number')
    .sort(([left], [right]) => left - right)
    .map(([index, below]) => value.L![index] && pick(below, value.L![index]!))
    .filter((element) => element !== undefined)
  return elements.length > 0 ? { L: elements } : undefined
}
