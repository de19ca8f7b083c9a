/** `108.6972, 30.9304`: longitude and latitude as maps copy them, in either order; undefined where it is neither. */
export function positionOf(typed = ''): { longitude: number; latitude: number } | undefined {
  const [first, second, ...rest] = typed
    .normalize('NFKC')
    .split(/[\s,，、]+/)
    .filter(Boolean)
    .map(Number)
  if (first === undefined || second === undefined || rest.length > 0) return undefined
  if (!Number.isFinite(first) || !Number.isFinite(second)) return undefined
  // all of the country lies east of its own latitude: the greater is the longitude
  return first > second ? { longitude: first, latitude: second } : { longitude: second, latitude: first }
}
