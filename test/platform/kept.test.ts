import { describe, expect, it } from 'vitest'
import { perObject, sharedNext } from '../../functions/platform/kept.ts'

describe('what is made of an object', () => {
  it('is made once for each', () => {
    let made = 0
    const numbered = perObject((_of: object) => ++made)
    const [one, other] = [{}, {}]
    expect([numbered(one), numbered(other), numbered(one)]).toEqual([1, 2, 1])
  })
})

/** A question whose answers wait until they are let go; each answer tells how many were asked by then. */
function aSlowQuestion() {
  let asked = 0
  const open: (() => void)[] = []
  const ask = (_key: string) => {
    const number = ++asked
    return new Promise<number>((resolve, reject) =>
      open.push(() => (number === 2 ? reject(new Error('away')) : resolve(number))),
    )
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return {
    ask,
    asked: () => asked,
    async answer() {
      await turn()
      open.shift()?.()
      await turn()
    },
  }
}

describe('a question that many ask at once', () => {
  it('is asked once for all who ask before it is sent, and again for those who ask after', async () => {
    const slow = aSlowQuestion()
    const share = sharedNext(slow.ask)
    const first = [share('a'), share('a')]
    await slow.answer()
    expect(await Promise.all(first)).toEqual([1, 1])
    expect(slow.asked()).toBe(1)
  })

  it('gives nobody an answer that was under way when they asked, nor an error of it', async () => {
    const slow = aSlowQuestion()
    const share = sharedNext(slow.ask)
    const first = share('a')
    await new Promise((resolve) => setImmediate(resolve))
    const second = share('a').catch((error: Error) => error.message)
    const alsoSecond = share('a').catch((error: Error) => error.message)
    await slow.answer()
    expect(await first).toBe(1)
    const third = share('a')
    await slow.answer()
    expect([await second, await alsoSecond]).toEqual(['away', 'away'])
    await slow.answer()
    expect(await third).toBe(3)
  })

  it('of one county waits for no other', async () => {
    const slow = aSlowQuestion()
    const share = sharedNext(slow.ask)
    const both = [share('a'), share('b').catch(() => 'away')]
    await slow.answer()
    await slow.answer()
    expect(await Promise.all(both)).toEqual([1, 'away'])
  })
})
