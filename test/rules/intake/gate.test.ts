import { expect, it } from 'vitest'
import { addressRange } from '../../../functions/intake/address-range.ts'
import { leadingZeroBits } from '../../../shared/intake/proven-text.ts'
import { bitsFor } from '../../../shared/intake/quota.ts'

it.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.200', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
  ['2001:0db8:0001::9', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
  ['', ''],
])('the network of %s is %s', (address, range) => {
  expect(addressRange(address)).toBe(range)
})

it.each([
  [[0xff], 0],
  [[0x7f], 1],
  [[0x01, 0xff], 7],
  [[0x00, 0x10], 11],
  [[0x00, 0x00], 16],
])('a hash of %j begins with %i zero bits', (bytes, bits) => {
  expect(leadingZeroBits(new Uint8Array(bytes))).toBe(bits)
})

it('asks for no work at first, then for twice as much when twice as many come, up to a minute of it', () => {
  const quota = { windowSeconds: 3600, proofFrom: 10, most: 10_000 }
  expect([1, 9, 10, 19, 20, 40, 9_999].map((count) => bitsFor(quota, count))).toEqual([
    0, 0, 16, 16, 17, 18, 22,
  ])
  expect(bitsFor({ windowSeconds: 3600, most: 10 }, 9)).toBe(0)
})
