/// <reference path="./wasm.d.ts" />
import jpegUnpacker from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'
import jpegPacker from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'
import decodeJpeg, { init as startJpegUnpacker } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as startJpegPacker } from '@jsquash/jpeg/encode.js'
import pngUnpacker from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm'
import decodePng, { init as startPngUnpacker } from '@jsquash/png/decode.js'
import webpUnpacker from '@jsquash/webp/codec/dec/webp_dec.wasm'
import decodeWebp, { init as startWebpUnpacker } from '@jsquash/webp/decode.js'
import type { PictureCodec, PictureType, Pixels } from '../../intake/ports.ts'

interface Unpacker {
  readonly bytes: Uint8Array<ArrayBuffer>
  start(module: object): unknown
  unpack(file: ArrayBuffer): Promise<Pixels>
}

const unpackers: Readonly<Record<PictureType, Unpacker>> = {
  jpeg: { bytes: jpegUnpacker, start: startJpegUnpacker, unpack: (file) => decodeJpeg(file) },
  png: { bytes: pngUnpacker, start: startPngUnpacker, unpack: (file) => decodePng(file) },
  webp: { bytes: webpUnpacker, start: startWebpUnpacker, unpack: (file) => decodeWebp(file) },
}

/** What still shows a number plate, at a tenth of the bytes that a phone writes. */
const QUALITY = 80

/**
 * libjpeg, libpng's and libwebp's like as WebAssembly: one bundle for every processor, where a native library would need
 * that of the machine which deploys and that of Lambda; and whatever a crafted picture makes of an unpacker stays within
 * its memory. Each picture gets an unpacker of its own, which the next one does not inherit.
 */
export function createPictureCodec(): PictureCodec {
  const compiled = new Map<Uint8Array, object>()
  function moduleOf(bytes: Uint8Array<ArrayBuffer>): object {
    const module = compiled.get(bytes) ?? new WebAssembly.Module(bytes)
    compiled.set(bytes, module)
    return module
  }

  return {
    async decode(type, file) {
      const { bytes, start, unpack } = unpackers[type]
      try {
        await start(moduleOf(bytes))
        const { data, width, height } = await unpack(own(file))
        return data.length === width * height * 4 ? { data, width, height } : undefined
      } catch {
        // whatever is wrong with it, it is wrong with the picture
        return undefined
      }
    },
    async encode(pixels) {
      await startJpegPacker(moduleOf(jpegPacker))
      return new Uint8Array(await encodeJpeg(pixels, { quality: QUALITY }))
    },
  }
}

/** The unpackers take a whole buffer. */
const own = (file: Uint8Array): ArrayBuffer => new Uint8Array(file).buffer
