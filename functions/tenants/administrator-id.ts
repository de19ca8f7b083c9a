import { sha256 } from '../kernel/digest.ts'

/** The id of a first administrator: the same for a repeat of the same submission, so that nobody is kept twice. */
export const firstAdministratorId = (tenant: string, key: string) =>
  `p-${sha256(`first administrator\n${tenant}\n${key}`).slice(0, 20)}`
