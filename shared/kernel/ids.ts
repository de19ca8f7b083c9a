import * as z from 'zod'

/** A county: its six-digit division code (GB/T 2260). Also what every partition key begins with. */
export const tenantCode = z.string().regex(/^[1-9]\d{5}$/)

/** A city with a commission over its counties: its six-digit division code, such as 500000 for Chongqing. */
export const cityCode = z.string().regex(/^[1-9]\d{5}$/)

/** A person within a county or a commission; opaque, made by us. */
export const personId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** 26 characters of Crockford's base 32 (capital letters without I, L, O, U). */
export const caseId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** A photo of one county, made by us: sorts by when it was begun. */
export const photoId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** County code (6) + yyyyMMdd + sequence of the day (5). */
export const caseNumber = z.string().regex(/^[1-9]\d{18}$/)

/** A handling unit within a county; of streets and communities the code of their area. */
export const unitId = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)

/** Made by the client once per intended submission; a repeat carries the same. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** Class and kind of a problem: component 1 or event 2, two digits of class, two of kind. */
export const kindCode = z.string().regex(/^[12]\d{4}$/)
