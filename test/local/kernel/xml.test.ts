import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf, readXml, textOf, toXml } from '../../../infra/local/kernel/xml.ts'

test('what was written is read again, whatever characters it holds', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(text.map((one) => `.${one}.`)), (texts) => {
      const element = readXml(
        `<?xml version="1.0"?>\n${toXml('List xmlns="http://x/"', { Item: texts, None: undefined })}`,
      )
      expect(element?.name).toBe('List')
      expect(childrenOf(element, 'Item').map((one) => one.text)).toEqual(texts)
      expect(textOf(element, 'None')).toBeUndefined()
    }),
  )
})

test('comments, attributes and empty elements are understood', () => {
  const element = readXml('<A x="1"><!-- no --><B/><B y="2">1 &lt; 2 &#x4e2d;</B></A>')
  expect(childrenOf(element, 'B').map((one) => one.text)).toEqual(['', '1 < 2 中'])
})

test.each(['', 'text', '<A>', '<A></B>', '<A/><B/>', '<A', '</A>'])('%j is no document', (source) => {
  expect(readXml(source)).toBeUndefined()
})
