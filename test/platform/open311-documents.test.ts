import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, elementOf, type Value } from '#shared/open311/georeport'
import { createFetchPicture } from '../../functions/platform/open311/fetch-picture.ts'
import { writeDocument } from '../../functions/platform/open311/write-document.ts'
import { readXml } from '../support/georeport-client.ts'

/** Text as people write it, with what XML must hide and what it may not hold at all. */
const text = fc.string({ unit: 'grapheme' })
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const fields = fc.dictionary(fc.constantFrom('description', 'status', 'lat', 'address'), scalar, {
  minKeys: 1,
})
const lists = Object.keys(elementOf).filter((name) => name.startsWith('service') || name === 'errors')

const documents: fc.Arbitrary<Document> = fc.record({
  root: fc.constantFrom(...lists),
  value: fc.array(fields) as fc.Arbitrary<Value>,
})

/** What XML can hold of it: some characters stand in no document, and line ends are one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const NEVER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const held = (value: unknown) => String(value).replace(NEVER, '')

describe('a document', () => {
  it('says the same in XML as in JSON', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const json = JSON.parse(writeDocument(document, 'json')) as Record<string, unknown>[]
        const expected = json.map((one) =>
          Object.fromEntries(Object.entries(one).map(([name, value]) => [name, held(value)])),
        )
        expect(readXml(writeDocument(document, 'xml'))).toEqual(expected)
      }),
    )
  })

  it('of a list that has no elements by name is not written', () => {
    expect(() => writeDocument({ root: 'nothing', value: [1] }, 'xml')).toThrow(/what elements of nothing/)
  })
})

describe('a picture that is named by its address', () => {
  const servePictures = async (use: (origin: string) => Promise<void>) => {
    const server = createServer((request, response) => {
      if (request.url === '/moved.jpg') return response.writeHead(302, { location: '/lamp.jpg' }).end()
      if (request.url === '/inside.jpg')
        return response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
      if (request.url === '/round.jpg') return response.writeHead(302, { location: '/round.jpg' }).end()
      if (request.url === '/flood.jpg') return response.end(Buffer.alloc(16 * 1024 * 1024))
      if (request.url === '/lamp.jpg') return response.end('a picture')
      return response.writeHead(404).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    } finally {
      server.close()
    }
  }

  it('is fetched, over redirects too, unless one leads into a network, round and round or to a flood', async () => {
    await servePictures(async (origin) => {
      const fetchPicture = createFetchPicture({ mayCall: (address) => address === '127.0.0.1' })
      const got = async (path: string) => (await fetchPicture(`${origin}${path}`))?.toString()
      expect(await got('/lamp.jpg')).toBe('a picture')
      expect(await got('/moved.jpg')).toBe('a picture')
      for (const path of ['/inside.jpg', '/round.jpg', '/flood.jpg', '/nothing.jpg'])
        expect(await got(path), path).toBeUndefined()
    })
  })

  it('within this network is never asked for', async () => {
    await servePictures(async (origin) => {
      expect(await createFetchPicture()(`${origin}/lamp.jpg`)).toBeUndefined()
    })
  })
})
