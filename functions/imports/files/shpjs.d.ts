declare module 'shpjs' {
  /** GeoJSON geometries of the records of a .shp file, null where a record has none. */
  export function parseShp(shp: ArrayBufferView, prj?: string): (object | null)[]
}
