import type { Pixels } from './ports.ts'

/** Channels of a pixel: red, green, blue, cover. */
const CHANNELS = 4

/** Shrunk until neither edge is longer than `mostEdge`, on white, turned as its camera was held. */
export function smallerPicture(picture: Pixels, mostEdge: number, orientation: number): Pixels {
  return turned(shrunk(picture, Math.max(1, Math.max(picture.width, picture.height) / mostEdge)), orientation)
}

/** Each pixel is the mean of those that it stands for. */
function shrunk(picture: Pixels, factor: number): Pixels {
  const width = Math.max(1, Math.round(picture.width / factor))
  const height = Math.max(1, Math.round(picture.height / factor))
  const data = new Uint8ClampedArray(width * height * CHANNELS)
  const columns = Array.from({ length: width + 1 }, (_, x) => Math.floor((x * picture.width) / width))
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height))
    for (let x = 0; x < width; x++) {
      const box = { left: columns[x]!, right: Math.max(columns[x]! + 1, columns[x + 1]!), top, bottom }
      putMean(picture, box, data, (y * width + x) * CHANNELS)
    }
  }
  return { data, width, height }
}

interface PixelBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function putMean({ data, width }: Pixels, box: PixelBox, into: Uint8ClampedArray, at: number): void {
  let [red, green, blue] = [0, 0, 0]
  for (let y = box.top; y < box.bottom; y++) {
    const end = (y * width + box.right) * CHANNELS
    for (let from = (y * width + box.left) * CHANNELS; from < end; from += CHANNELS) {
      const cover = data[from + 3]! / 255
      const white = 255 * (1 - cover)
      red += data[from]! * cover + white
      green += data[from + 1]! * cover + white
      blue += data[from + 2]! * cover + white
    }
  }
  const count = (box.right - box.left) * (box.bottom - box.top)
  into[at] = red / count
  into[at + 1] = green / count
  into[at + 2] = blue / count
  into[at + 3] = 255
}

/** From here on the picture lies on its side. */
const FIRST_ON_ITS_SIDE = 5

/** As EXIF numbers the ways to hold a camera: 1 upright, 3 upside down, 6 and 8 on its sides; the others mirrored. */
function turned(picture: Pixels, orientation: number): Pixels {
  if (!(orientation >= 2 && orientation <= 8)) return picture
  const onItsSide = orientation >= FIRST_ON_ITS_SIDE
  const [width, height] = onItsSide ? [picture.height, picture.width] : [picture.width, picture.height]
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height)
  const to = new Uint32Array(width * height)
  const [right, bottom] = [picture.width - 1, picture.height - 1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = sources[orientation]!(x, y, right, bottom)
      to[y * width + x] = from[row * picture.width + column]!
    }
  return { data: new Uint8ClampedArray(to.buffer), width, height }
}

/** Column and row that a pixel comes from, by orientation. */
const sources: Readonly<
  Record<number, (x: number, y: number, right: number, bottom: number) => readonly [number, number]>
> = {
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _right, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _right, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
}
