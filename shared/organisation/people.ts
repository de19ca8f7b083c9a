import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { maskName, maskPhone } from '../kernel/mask.ts'

/** Mainland mobile number, or the landline of an office with its area code. */
export const phone = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)

export const personName = plainText(1, 30)

/** Name and number of somebody of a county or commission, or of a unit's contact: kept in the people table alone. */
export const contact = z.strictObject({ name: personName, phone })
export type Contact = Readonly<z.output<typeof contact>>

/** One spelling of one number: a landline is written with or without its hyphen. */
export const phoneKey = (number: string) => number.replaceAll('-', '')

/** The county's setting: what staff see of names and numbers that their work does not need. */
export interface Masks {
  readonly phones: 'middle' | 'all'
  readonly names: 'given' | 'all'
}

/** What a county begins with, and what colleagues in a commission see of each other. */
export const usual: Masks = { phones: 'middle', names: 'given' }

/** What those see whom no setting lets see more. */
export const strictest: Masks = { phones: 'all', names: 'all' }

/** As somebody sees it who need not call. */
export const masked = ({ name, phone: number }: Contact, masks: Masks): { name: string; phone: string } => ({
  name: maskName(name, masks.names),
  phone: maskPhone(number, masks.phones),
})
