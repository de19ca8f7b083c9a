import * as z from 'zod'

/** Degrees of WGS-84 as a URL holds them, at most so far from nought. */
export const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,9})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most)

/** A point of the Earth. */
export const pointQuery = z.strictObject({ longitude: degrees(180), latitude: degrees(90) })
