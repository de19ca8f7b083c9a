import { contactContracts } from './contact.ts'
import { actInSeries, actOnCase, listQueue, readCase } from './contract.ts'
import { handlingLinkContracts } from './handling-link.ts'
import { spotCheck } from './spot-check.ts'
import { surveyWork } from './work-survey.ts'

/** What is done with a case once it is there: by the county's staff, and the commission's one look into it. */
export const staffCaseContracts = [
  readCase,
  actOnCase,
  actInSeries,
  listQueue,
  surveyWork,
  ...contactContracts,
  ...handlingLinkContracts,
  spotCheck,
] as const
