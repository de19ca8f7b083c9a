import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealedReader, sealReader } from '../../functions/platform/identity/reader-address.ts'

const SEED = 'a seed that the portal and the API share'
const NOW = Date.parse('2026-11-24T01:00:00Z')
const address = fc.oneof(fc.ipV4(), fc.ipV6())

describe('the address that the portal passes on', () => {
  it('is believed, whatever it is', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(sealedReader(SEED, sealReader(SEED, one, NOW), NOW)).toBe(one)
      }),
    )
  })

  it('is not believed from anybody who has not the seed', () => {
    fc.assert(
      fc.property(address, fc.string(), (one, other) => {
        fc.pre(other !== SEED)
        expect(sealedReader(SEED, sealReader(other, one, NOW), NOW)).toBeUndefined()
      }),
    )
  })

  it('cannot be made into another address, or of another time', () => {
    fc.assert(
      fc.property(address, address, fc.integer({ min: 1, max: 10_000 }), (one, other, later) => {
        const [said, seconds, mac] = sealReader(SEED, one, NOW).split(' ')
        if (other !== one) expect(sealedReader(SEED, `${other} ${seconds} ${mac}`, NOW)).toBeUndefined()
        const moved = `${said} ${Number(seconds) + later} ${mac}`
        expect(sealedReader(SEED, moved, NOW + later * 1000)).toBeUndefined()
      }),
    )
  })

  it('is worth nothing a minute later, when somebody may have read it in passing', () => {
    const sealed = sealReader(SEED, '192.0.2.7', NOW)
    expect(sealedReader(SEED, sealed, NOW + 59_000)).toBe('192.0.2.7')
    expect(sealedReader(SEED, sealed, NOW + 62_000)).toBeUndefined()
  })

  it('is nothing where there is only text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sealedReader(SEED, text, NOW)).toBeUndefined()
      }),
    )
  })
})
