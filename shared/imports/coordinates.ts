import type { Wording } from '../kernel/language.ts'

/**
 * Systems that coordinates come in. The two geodetic ones agree within a metre; GCJ-02 and BD-09 are shifted by some
 * hundred metres and look the same, so they must be named. Gauss zones are three degrees wide and counted by their
 * middle meridian: 105 (EPSG:4544) and 108 (EPSG:4545) cover Chongqing.
 */
export const coordinateSystems = [
  'wgs84',
  'cgcs2000',
  'gcj02',
  'bd09',
  'cgcs2000-gauss-102',
  'cgcs2000-gauss-105',
  'cgcs2000-gauss-108',
  'cgcs2000-gauss-111',
] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]

export const coordinateWording: Record<CoordinateSystem, Wording> = {
  wgs84: { zh: 'WGS-84 经纬度', en: 'WGS-84 degrees' },
  cgcs2000: { zh: 'CGCS2000 经纬度', en: 'CGCS2000 degrees' },
  gcj02: { zh: 'GCJ-02（高德、腾讯）', en: 'GCJ-02 (AMap, Tencent)' },
  bd09: { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
  'cgcs2000-gauss-102': { zh: 'CGCS2000 三度带，中央经线 102°', en: 'CGCS2000 3-degree Gauss, 102°' },
  'cgcs2000-gauss-105': { zh: 'CGCS2000 三度带，中央经线 105°', en: 'CGCS2000 3-degree Gauss, 105°' },
  'cgcs2000-gauss-108': { zh: 'CGCS2000 三度带，中央经线 108°', en: 'CGCS2000 3-degree Gauss, 108°' },
  'cgcs2000-gauss-111': { zh: 'CGCS2000 三度带，中央经线 111°', en: 'CGCS2000 3-degree Gauss, 111°' },
}
