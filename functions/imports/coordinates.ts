import gcoord from 'gcoord'
import proj4 from 'proj4'
import { type CoordinateSystem, coordinateWording } from '#shared/imports/coordinates'
import type { FileProblem } from '#shared/imports/problems'
import type { Position } from './files/row.ts'

// its types are those of a bundler's module: they have one default more than there is
const { transform, CRSTypes } = gcoord as unknown as typeof gcoord.default

/** Brings positions of one file to WGS-84. */
export interface Placing {
  readonly system: CoordinateSystem
  /** Longitude and latitude, to the centimetre; undefined for what lies nowhere in China. */
  place(position: Position): readonly [longitude: number, latitude: number] | undefined
}

interface Asked {
  /** What whoever imports chose. */
  readonly said: CoordinateSystem | undefined
  /** What the file says. */
  readonly stated: string | undefined
  /** Some of its positions. */
  readonly sample: readonly Position[]
  /** Where the county lies in degrees, as far as it is known. */
  readonly extent: Extent | undefined
}

export interface Extent {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/**
 * What was chosen counts; then what the file says; then what its numbers tell, which is a zone at most. Degrees never tell
 * GCJ-02 from WGS-84, so for them it must be said.
 */
export function placingOf({ said, stated, sample, extent }: Asked): Placing | FileProblem {
  const metres = sample.some((position) => position.some((value) => Math.abs(value) > 1_000))
  if (said) return contradiction(said, metres, sample) ?? placing(said)
  if (stated) {
    const system = systemNamed(stated)
    if (!system) return { code: 'coordinates-unknown', values: { found: nameIn(stated) } }
    return contradiction(system, metres, sample) ?? placing(system)
  }
  const guessed = metres ? gaussOf(sample, extent) : undefined
  return guessed ? placing(guessed) : { code: 'coordinates-unsaid' }
}

export const isPlacing = (value: Placing | FileProblem): value is Placing => 'place' in value

const GAUSS = {
  'cgcs2000-gauss-102': 102,
  'cgcs2000-gauss-105': 105,
  'cgcs2000-gauss-108': 108,
  'cgcs2000-gauss-111': 111,
} as const
type Gauss = keyof typeof GAUSS

const isGauss = (system: CoordinateSystem): system is Gauss => system in GAUSS
const meridians = Object.keys(GAUSS) as Gauss[]

/** The number that stands before the easting: three-degree zones are counted by their middle meridian. */
const zoneOf = (system: Gauss) => GAUSS[system] / 3
const ZONE_METRES = 1_000_000
const prefixOf = (easting: number) => Math.floor(easting / ZONE_METRES)

function contradiction(
  said: CoordinateSystem,
  metres: boolean,
  sample: readonly Position[],
): FileProblem | undefined {
  const differs = (found: string): FileProblem => ({
    code: 'coordinates-contradict',
    values: { said: coordinateWording[said].zh, found },
  })
  if (sample.length === 0) return undefined
  if (metres !== isGauss(said)) return differs(metres ? '平面坐标（米）' : '经纬度（度）')
  if (!isGauss(said)) return undefined
  const prefix = sample
    .map(eastFirst)
    .map(([easting]) => prefixOf(easting))
    .find((zone) => zone > 0)
  return prefix !== undefined && prefix !== zoneOf(said) ? differs(`带号 ${prefix}`) : undefined
}

function placing(system: CoordinateSystem): Placing {
  const convert = converter(system)
  return {
    system,
    place(position) {
      if (!position.every(Number.isFinite)) return undefined
      const [longitude, latitude] = convert(position).map(toCentimetre)
      return inChina(longitude!, latitude!) ? [longitude!, latitude!] : undefined
    },
  }
}

const toCentimetre = (degrees: number) => Math.round(degrees * 1e7) / 1e7

const inChina = (longitude: number, latitude: number) =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54

type Convert = (position: Position) => readonly number[]

function converter(system: CoordinateSystem): Convert {
  if (isGauss(system)) return gauss(GAUSS[system])
  if (system === 'gcj02') return ([x, y]) => transform([x, y], CRSTypes.GCJ02, CRSTypes.WGS84)
  if (system === 'bd09') return ([x, y]) => transform([x, y], CRSTypes.BD09, CRSTypes.WGS84)
  // CGCS2000 and WGS-84 agree within a metre
  return (position) => position
}

function gauss(meridian: number): Convert {
  const projection = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  )
  return (position) => {
    const [easting, northing] = eastFirst(position)
    return projection.inverse([easting % ZONE_METRES, northing])
  }
}

/** Surveyors write northing first. It has seven digits everywhere in China, the easting six, or eight with its zone. */
function eastFirst([x, y]: Position): Position {
  const isNorthing = (value: number) => prefixOf(value) >= 1 && prefixOf(value) <= 9
  return isNorthing(x) && !isNorthing(y) ? [y, x] : [x, y]
}

/** The zone that stands before the eastings, or else the only one by which the county is where it is. */
function gaussOf(sample: readonly Position[], extent: Extent | undefined): Gauss | undefined {
  const zones = new Set(sample.map(eastFirst).map(([easting]) => prefixOf(easting)))
  const [zone] = zones
  if (zones.size !== 1 || zone === undefined) return undefined
  if (zone > 0) return meridians.find((system) => zoneOf(system) === zone)
  if (!extent) return undefined
  const fitting = meridians.filter((system) => {
    const { place } = placing(system)
    return sample.every((position) => within(extent, place(position)))
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

/** Some 20 km: what a census lists beyond the border does not hide the zone, whose neighbour lies 300 km off. */
const MARGIN_DEGREES = 0.2

const within = ({ west, south, east, north }: Extent, place: readonly [number, number] | undefined) =>
  place !== undefined &&
  place[0] >= west - MARGIN_DEGREES &&
  place[0] <= east + MARGIN_DEGREES &&
  place[1] >= south - MARGIN_DEGREES &&
  place[1] <= north + MARGIN_DEGREES

/** EPSG's codes of the three-degree zones: without the zone in the easting, and with it. */
const FIRST_WITHOUT_ZONE = { code: 4534, meridian: 75 }
const FIRST_WITH_ZONE = { code: 4513, meridian: 75 }
const ZONES = 21

function systemNamed(stated: string): CoordinateSystem | undefined {
  if (/gcj-?02/i.test(stated)) return 'gcj02'
  if (/bd-?09/i.test(stated)) return 'bd09'
  const code = Number(/EPSG:+(?:[\d.]*:)?(\d{4,6})\b/i.exec(stated)?.[1])
  if (code === 4326 || /CRS:?84/i.test(stated)) return 'wgs84'
  if (code === 4490) return 'cgcs2000'
  for (const { code: first, meridian } of [FIRST_WITHOUT_ZONE, FIRST_WITH_ZONE])
    if (code >= first && code < first + ZONES) return gaussAt(meridian + (code - first) * 3)
  return code ? undefined : systemOfDefinition(stated)
}

const gaussAt = (meridian: number) => meridians.find((system) => GAUSS[system] === meridian)

/** Of a .prj file. */
function systemOfDefinition(definition: string): CoordinateSystem | undefined {
  const isCgcs = /CGCS_?2000|China_(Geodetic|2000)/i.test(definition)
  if (/^\s*GEOGCS/i.test(definition)) {
    if (isCgcs) return 'cgcs2000'
    return /WGS_?(19)?84/i.test(definition) ? 'wgs84' : undefined
  }
  const meridian = /Central_Meridian"?\s*,\s*([\d.]+)/i.exec(definition)?.[1]
  const isGaussKruger = /Gauss_Kruger|Transverse_Mercator/i.test(definition) && !/UTM/i.test(definition)
  return isCgcs && isGaussKruger && meridian ? gaussAt(Number(meridian)) : undefined
}

const nameIn = (stated: string) => (/"([^"]{1,60})"/.exec(stated)?.[1] ?? stated).slice(0, 60)
