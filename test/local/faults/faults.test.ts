import { describe, expect, it } from 'vitest'
import { createFaults } from '../../../infra/local/faults/faults.ts'

const executed: string[] = []
const put = async () => {
  executed.push('put')
  return 'done'
}

describe('the fault switch', () => {
  it('does nothing until it is set', async () => {
    expect(await createFaults().around('dynamodb:PutItem', put)).toBe('done')
  })

  it('throttles before anything is executed', async () => {
    const faults = createFaults(() => 0)
    faults.set([{ kind: 'throttle', method: 'dynamodb:*', rate: 1 }])
    executed.length = 0
    await expect(faults.around('dynamodb:PutItem', put)).rejects.toMatchObject({
      code: 'ProvisionedThroughputExceededException',
    })
    expect(executed).toEqual([])
  })

  it('loses an answer after the call was executed', async () => {
    const faults = createFaults(() => 0)
    faults.set([{ kind: 'lost-answer', method: 'dynamodb:PutItem', rate: 1 }])
    executed.length = 0
    await expect(faults.around('dynamodb:PutItem', put)).rejects.toMatchObject({ status: 500 })
    expect(executed).toEqual(['put'])
  })

  it('strikes only the methods and at the rate it was told', async () => {
    let roll = 0
    const faults = createFaults(() => roll)
    faults.set([{ kind: 'error', method: 'states:SendTaskSuccess', rate: 0.5 }])
    expect(await faults.around('states:StartExecution', put)).toBe('done')
    roll = 0.5
    expect(await faults.around('states:SendTaskSuccess', put)).toBe('done')
    roll = 0.49
    await expect(faults.around('states:SendTaskSuccess', put)).rejects.toMatchObject({
      code: 'InternalServerError',
    })
  })
})
