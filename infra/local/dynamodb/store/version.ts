import { itemSize } from '../values/size.ts'
import type { Item } from '../values/value.ts'

/** An item as it is or shall be stored: its text, its size as DynamoDB counts, and the item itself. */
export interface Version {
  readonly text: string
  readonly size: number
  readonly item: Item
}

export const newVersion = (item: Item): Version => ({
  item,
  text: JSON.stringify(item),
  size: itemSize(item),
})

/** A version read from the database: parsed only when somebody looks into it. */
export function storedVersion(text: string, size: number): Version {
  let item: Item | undefined
  return {
    text,
    size,
    get item() {
      item ??= JSON.parse(text) as Item
      return item
    },
  }
}
