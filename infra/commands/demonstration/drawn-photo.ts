import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 320
const HEIGHT = 240

type Colour = readonly [red: number, green: number, blue: number]
const colours = {
  day: [176, 203, 224],
  dusk: [58, 70, 96],
  pavement: [150, 150, 146],
  steel: [90, 98, 104],
  mud: [112, 92, 70],
  mended: [196, 200, 196],
  light: [255, 221, 130],
} as const satisfies Record<string, Colour>

/** A drawing in place of a photo, since no real place is shown: a lamp post on a pavement, before the work or after it. */
export function drawnPhoto(moment: 'before' | 'after'): Uint8Array<ArrayBuffer> {
  const isDone = moment === 'after'
  return png((x, y) => {
    if (Math.hypot(x - 200, y - 60) < (isDone ? 34 : 14)) return isDone ? colours.light : colours.steel
    if (x > 156 && x < 166 && y > 50 && y < 200) return colours.steel
    if (y > 50 && y < 58 && x > 156 && x < 200) return colours.steel
    if (y > 176) return Math.hypot((x - 90) / 2, y - 208) < 20 ? patch(isDone) : colours.pavement
    return isDone ? colours.day : colours.dusk
  })
}

const patch = (isDone: boolean): Colour => (isDone ? colours.mended : colours.mud)

function png(colourAt: (x: number, y: number) => Colour): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) Buffer.from(colourAt(x, y)).copy(rows, y * (1 + WIDTH * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  // eight bits of each of three colours
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
