import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'

/** Mainland mobile number, or the landline of an office with its area code. */
export const phone = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)

export const personName = plainText(1, 30)

/** Name and number of somebody of a county or commission, or of a unit's contact: kept in the people table alone. */
export const contact = z.strictObject({ name: personName, phone })
export type Contact = Readonly<z.output<typeof contact>>

/** One spelling of one number: a landline is written with or without its hyphen. */
export const phoneKey = (number: string) => number.replaceAll('-', '')
