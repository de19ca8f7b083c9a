// The formulas as handbooks print them, not as the libraries that read them are written.

const RAD = Math.PI / 180

/** Gauss-Krüger on the ellipsoid of CGCS2000: easting with 500 km, northing. */
export function gaussOf(longitude: number, latitude: number, meridian: number): [number, number] {
  const a = 6_378_137
  const f = 1 / 298.257222101
  const e2 = f * (2 - f)
  const ep2 = e2 / (1 - e2)
  const b = latitude * RAD
  const n = a / Math.sqrt(1 - e2 * Math.sin(b) ** 2)
  const t = Math.tan(b)
  const eta2 = ep2 * Math.cos(b) ** 2
  const m = (longitude - meridian) * RAD * Math.cos(b)
  const x =
    meridianArc(a, e2, b) +
    n *
      t *
      (m ** 2 / 2 +
        ((5 - t ** 2 + 9 * eta2 + 4 * eta2 ** 2) * m ** 4) / 24 +
        ((61 - 58 * t ** 2 + t ** 4) * m ** 6) / 720)
  const y =
    n *
    (m +
      ((1 - t ** 2 + eta2) * m ** 3) / 6 +
      ((5 - 18 * t ** 2 + t ** 4 + 14 * eta2 - 58 * eta2 * t ** 2) * m ** 5) / 120)
  return [y + 500_000, x]
}

/** By adding up ten thousand short pieces. */
function meridianArc(a: number, e2: number, to: number): number {
  const steps = 10_000
  let sum = 0
  for (let at = 0; at < steps; at++) {
    const b = ((at + 0.5) / steps) * to
    sum += (a * (1 - e2)) / (1 - e2 * Math.sin(b) ** 2) ** 1.5
  }
  return (sum * to) / steps
}

/** The shift of Chinese map services, as published. */
export function gcjOf(longitude: number, latitude: number): [number, number] {
  const a = 6_378_245
  const ee = 0.006693421622965943
  const [x, y] = [longitude - 105, latitude - 35]
  const wave = (value: number, weights: [number, number][]) =>
    weights.reduce((sum, [weight, turn]) => sum + weight * Math.sin(value * turn * Math.PI), 0)
  const common =
    (wave(x, [
      [20, 6],
      [20, 2],
    ]) *
      2) /
    3
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common +
    (wave(y, [
      [20, 1],
      [40, 1 / 3],
    ]) *
      2) /
      3 +
    (wave(y, [
      [160, 1 / 12],
      [320, 1 / 30],
    ]) *
      2) /
      3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common +
    (wave(x, [
      [20, 1],
      [40, 1 / 3],
    ]) *
      2) /
      3 +
    (wave(x, [
      [150, 1 / 12],
      [300, 1 / 30],
    ]) *
      2) /
      3
  const magic = 1 - ee * Math.sin(latitude * RAD) ** 2
  return [
    longitude + (east * 180) / ((a / Math.sqrt(magic)) * Math.cos(latitude * RAD) * Math.PI),
    latitude + (north * 180) / (((a * (1 - ee)) / (magic * Math.sqrt(magic))) * Math.PI),
  ]
}

/** What Baidu adds to it. */
export function bdOf(longitude: number, latitude: number): [number, number] {
  const [x, y] = gcjOf(longitude, latitude)
  const turn = (Math.PI * 3000) / 180
  const z = Math.hypot(x, y) + 0.00002 * Math.sin(y * turn)
  const theta = Math.atan2(y, x) + 0.000003 * Math.cos(x * turn)
  return [z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006]
}
