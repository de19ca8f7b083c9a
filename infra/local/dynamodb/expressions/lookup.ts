import { type AttributeValue, attribute, type Item } from '../values/value.ts'
import type { Path } from './syntax.ts'

/** The value a path leads to, `undefined` where the item ends before it. */
export function lookup(path: Path, item: Item): AttributeValue | undefined {
  let value = attribute(item, path[0] as string)
  for (let step = 1; step < path.length && value !== undefined; step++) {
    const name = path[step]!
    if (typeof name === 'number') value = value.L?.[name]
    else value = value.M && attribute(value.M, name)
  }
  return value
}
