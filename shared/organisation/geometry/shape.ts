import type { Point, Region } from './lattice.ts'

// How regions are stored: each coordinate as its difference to the one before, in printable characters of five bits, as
// Google's polyline algorithm writes them. A cell of 100 m takes about 40 characters; rings are parted by a space.

const FIRST_CHARACTER = 63
const MORE = 0x20

export const shapeOf = (region: Region): string =>
  region
    .map((ring) => {
      let [x, y] = [0, 0]
      let text = ''
      for (const [nextX, nextY] of ring) {
        text += written(nextX - x) + written(nextY - y)
        x = nextX
        y = nextY
      }
      return text
    })
    .join(' ')

/** The region of a stored shape. */
export function regionOf(shape: string): Region {
  return shape.split(' ').map((text) => {
    const ring: Point[] = []
    let [x, y] = [0, 0]
    for (let at = 0; at < text.length; ) {
      const east = read(text, at)
      const north = read(text, east.next)
      x += east.value
      y += north.value
      ring.push([x, y])
      at = north.next
    }
    return ring
  })
}

/** Zigzag, then five bits at a time; multiplication and not shifts, for longitudes exceed 31 bits once doubled. */
function written(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  let text = ''
  while (rest >= MORE) {
    text += String.fromCharCode(MORE + (rest % MORE) + FIRST_CHARACTER)
    rest = Math.floor(rest / MORE)
  }
  return text + String.fromCharCode(rest + FIRST_CHARACTER)
}

function read(text: string, from: number): { value: number; next: number } {
  let sum = 0
  let weight = 1
  let next = from
  for (;;) {
    const bits = text.charCodeAt(next++) - FIRST_CHARACTER
    sum += (bits % MORE) * weight
    weight *= MORE
    if (bits < MORE) break
  }
  return { value: sum % 2 === 1 ? -(sum + 1) / 2 : sum / 2, next }
}
