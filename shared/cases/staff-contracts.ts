import { contactContracts } from './contact.ts'
import { actInSeries, actOnCase, listQueue, readCase } from './contract.ts'
import { handlingLinkContracts } from './handling-link.ts'
import { listCasesToCheck, spotCheck } from './spot-check.ts'
import { surveyWork } from './work-survey.ts'

/** What is done with a case once it is there: by the county's staff, and the commission's look into one. */
export const staffCaseContracts = [
  readCase,
  actOnCase,
  actInSeries,
  listQueue,
  surveyWork,
  ...contactContracts,
  ...handlingLinkContracts,
  listCasesToCheck,
  spotCheck,
] as const
