/** Degrees as the hidden fields hold them; undefined when none were found. */
export function positionIn(typed: Readonly<Record<string, string>>) {
  const [longitude, latitude] = [Number(typed.longitude), Number(typed.latitude)]
  return typed.longitude && typed.latitude ? { longitude, latitude } : undefined
}

/** A telephone number as people type it, `138 0000 0000` or with strokes, as the API takes it. */
export const withoutSpaces = ({ phone, ...typed }: Readonly<Record<string, string>>) => ({
  ...typed,
  ...(phone && { phone: phone.replace(/[\s-]/g, '') }),
})
