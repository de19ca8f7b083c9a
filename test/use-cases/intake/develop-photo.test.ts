import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { developPhoto } from '../../../functions/intake/develop-photo.ts'
import { pictureHeader } from '../../../functions/intake/picture-header.ts'
import { createPictureCodec } from '../../../functions/platform/images/picture-codec.ts'
import type { Photo } from '../../../shared/intake/photo.ts'
import { jpegOf, pngOf, withCameraTags } from '../../support/pictures.ts'

const codec = createPictureCodec()

/** Develops what was uploaded, and tells what became of it and what was kept. */
async function developed(uploaded: Uint8Array | { bytes: number } | undefined) {
  let photo: Photo = { id: '0'.repeat(26), state: 'waiting', version: 1, startedAt: '2026-11-24T01:00:00Z' }
  const kept: Uint8Array[] = []
  const develop = developPhoto({
    store: {
      read: async () => photo,
      async tell(next) {
        photo = next
        return 'told'
      },
    },
    files: { uploaded: async () => uploaded, keep: async (_, jpeg) => void kept.push(jpeg) },
    codec,
  })
  await develop(photo.id)
  return { photo, kept: kept[0], again: () => develop(photo.id) }
}

it('keeps a photo packed anew, without what the camera wrote into it but for time and place', async () => {
  const taken = withCameraTags(await jpegOf(64, 48), {
    taken: '2026:11:24 09:30:15',
    offset: '+08:00',
    longitude: 108.6975,
    latitude: 30.9305,
  })
  const { photo, kept } = await developed(taken)
  expect(photo).toMatchObject({
    state: 'ready',
    version: 2,
    width: 64,
    height: 48,
    capturedAt: '2026-11-24T01:30:15Z',
    bytes: kept?.length,
  })
  expect(photo.position?.longitude).toBeCloseTo(108.6975, 5)
  expect(photo.position?.latitude).toBeCloseTo(30.9305, 5)
  expect(Buffer.from(kept!).includes('Exif')).toBe(false)
})

it('turns a photo as its camera was held, for that is not kept with it', async () => {
  const { photo, kept } = await developed(withCameraTags(await jpegOf(64, 48), { orientation: 6 }))
  expect([photo.width, photo.height]).toEqual([48, 64])
  const picture = await codec.decode('jpeg', kept!)
  // red stands for the left of the camera's picture, which is above once it is turned
  expect(picture!.data[0]).toBeGreaterThan(200)
  expect(picture!.data[(63 * 48 + 47) * 4]).toBeLessThan(60)
})

it('takes the camera at its word in China where it does not say which time it tells', async () => {
  const { photo } = await developed(withCameraTags(await jpegOf(16, 16), { taken: '2026:11:24 09:30:15' }))
  expect(photo.capturedAt).toBe('2026-11-24T01:30:15Z')
})

it('leaves out a time and a place that make no sense', async () => {
  const odd = { taken: '0000:00:00 00:00:00', longitude: 0, latitude: 0 }
  const { photo } = await developed(withCameraTags(await jpegOf(16, 16), odd))
  expect(photo).toMatchObject({ state: 'ready' })
  expect(photo).not.toHaveProperty('capturedAt')
  expect(photo).not.toHaveProperty('position')
})

it('shrinks a photo until its longer edge has 1,920 pixels', async () => {
  const { photo } = await developed(await jpegOf(2560, 640))
  expect([photo.width, photo.height]).toEqual([1920, 480])
})

it('takes a PNG as well, and keeps a JPEG of it', async () => {
  const { photo, kept } = await developed(pngOf(40, 30))
  expect(photo.state).toBe('ready')
  expect(pictureHeader(kept!)).toEqual({ type: 'jpeg', width: 40, height: 30 })
})

it('keeps nothing of a second meaning that a file has', async () => {
  const polyglot = Buffer.concat([
    await jpegOf(32, 32),
    Buffer.from('<script>alert(1)</script>PK\u0003\u0004'),
  ])
  const { kept } = await developed(polyglot)
  expect(Buffer.from(kept!).includes('script')).toBe(false)
})

it('does it once: asked again it says the same', async () => {
  const { photo, again } = await developed(await jpegOf(16, 16))
  expect(await again()).toEqual(photo)
})

it('waits where nothing has arrived', async () => {
  expect((await developed(undefined)).photo).toMatchObject({ state: 'waiting', version: 1 })
})

const bomb = pngOf(30_000, 30_000, 1)

it.each([
  ['too-large', { bytes: 16 * 1024 * 1024 }],
  ['no-picture', Buffer.from('<html>not a photo</html>')],
  ['no-picture', Buffer.from([0xff, 0xd8, 0xff])],
  ['no-picture', Buffer.alloc(0)],
  ['no-picture', pngOf(0, 10)],
  ['too-many-pixels', bomb],
  ['broken', pngOf(64, 64, 3)],
  ['broken', Buffer.concat([Buffer.from(bomb).subarray(0, 16), Buffer.from(pngOf(64, 64)).subarray(16, 40)])],
] as const)('refuses as %s what is one, and keeps nothing of it', async (problem, uploaded) => {
  const { photo, kept } = await developed(uploaded)
  expect(photo).toMatchObject({ state: 'unusable', problem })
  expect(kept).toBeUndefined()
})

it('refuses a JPEG of more scans than a camera makes: each takes as long as a whole photo', async () => {
  const scans = Buffer.concat(Array.from({ length: 40 }, () => Buffer.from([0xff, 0xda, 0, 2])))
  const { photo } = await developed(Buffer.concat([await jpegOf(16, 16), scans]))
  expect(photo).toMatchObject({ problem: 'no-picture' })
})

it('judges a picture of nine hundred million pixels without unpacking it', async () => {
  const started = performance.now()
  await developed(bomb)
  expect(performance.now() - started).toBeLessThan(500)
})
