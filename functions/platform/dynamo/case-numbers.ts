import { $add, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update'
import type { CaseNumbers } from '../../cases/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'

/** Numbers that a container takes at once: one write serves as many reports. */
const BLOCK = 20
const LAST_OF_DAY = 99_999

interface Block {
  readonly date: string
  next: number
  last: number
}

/** Case numbers of one county, reserved by the block; what a container does not use is an explained gap. */
export function createCaseNumbers(tenant: string, open: () => Promise<CountyTables>): CaseNumbers {
  let block: Block | undefined

  async function reserve(date: string): Promise<Block> {
    const { numbers } = await open()
    const { Attributes } = await numbers
      .build(UpdateItemCommand)
      .item({ tenant, date, reserved: $add(BLOCK) })
      .options({ returnValues: 'ALL_NEW' })
      .send()
    if (!Attributes) throw new Error('The table answered without the reserved numbers.')
    const last = Attributes.reserved
    return { date, next: last - BLOCK + 1, last }
  }

  return {
    async next(date) {
      if (block?.date !== date || block.next > block.last) block = await patiently(() => reserve(date))
      const sequence = block.next++
      if (sequence > LAST_OF_DAY) return undefined
      return `${tenant}${date.replaceAll('-', '')}${String(sequence).padStart(5, '0')}`
    },
  }
}
