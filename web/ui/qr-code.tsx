import { create } from 'qrcode/lib/core/qrcode.js'

/** Empty dots around the code, without which cameras do not find it. */
const QUIET = 4

/** A picture of a link for the camera of a telephone. */
export function QrCode({ label, link }: { label: string; link: string }) {
  const { size, data } = create(link, { errorCorrectionLevel: 'M' }).modules
  const dots = [...data].flatMap((dot, at) =>
    dot ? [`M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`] : [],
  )
  const side = size + 2 * QUIET
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={dots.join('')} />
    </svg>
  )
}
