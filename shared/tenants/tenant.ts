import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { cityCode, personId, tenantCode } from '../kernel/ids.ts'
import { erasure } from './leaving.ts'
import { jobStates, onboardingSteps } from './onboarding-steps.ts'
import { ownSettingsVersion } from './own-settings.ts'
import { settingsSchema } from './settings.ts'
import { tenantActions, tenantStates } from './standing.ts'

export const tenantName = plainText(2, 30)

/** A tenant as the registry keeps it. */
export const tenantRecord = z.object({
  tenant: tenantCode,
  city: cityCode,
  name: z.string(),
  state: z.enum(tenantStates),
  before: z.enum(tenantStates).exactOptional(),
  /** Sequence of the record: a change names the one that it was decided on. */
  version: z.int(),
  /** Version of the settings in force. */
  settings: z.int(),
  foundedAt: z.iso.datetime(),
  /** Who is invited first; name and phone stand in the county's own people table. */
  administrator: personId,
  onboarding: z.object({
    state: z.enum(jobStates),
    /** Counts from 1: every resumption is another execution. */
    attempt: z.int(),
    /** Where it stopped, and why in a word. */
    stopped: z.object({ step: z.enum(onboardingSteps), error: z.string() }).exactOptional(),
  }),
  /** Once it has begun there is no way back. */
  erasure: erasure.exactOptional(),
})
export type TenantRecord = z.output<typeof tenantRecord>

/** One version of a county's settings, with who made it. */
export const settingsVersion = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  person: z.string(),
  settings: settingsSchema,
})
export type SettingsVersion = z.output<typeof settingsVersion>

/** A step of the onboarding that is done. */
export const stepDone = z.object({
  step: z.enum(onboardingSteps),
  at: z.iso.datetime(),
  milliseconds: z.int(),
  /** What was laid, in numbers: `{ streets: 25, villages: 204 }`. */
  counts: z.record(z.string(), z.int()),
  /** What the county lacks, as a code of `onboardingNotes`. */
  notes: z.array(z.string()),
})
export type StepDone = z.output<typeof stepDone>

export const tenantLine = tenantRecord.pick({ tenant: true, name: true, state: true })
export type TenantLine = z.output<typeof tenantLine>

/** All that the commission sees of a tenant; no person is named in it. */
export const tenantView = z.object({
  ...tenantRecord.shape,
  settingsNow: settingsVersion,
  /** What the county keeps itself in the place of those; absent while it keeps nothing. */
  own: ownSettingsVersion.exactOptional(),
  steps: z.array(stepDone),
  actions: z.array(z.enum(tenantActions)),
  serverTime: z.iso.datetime(),
})
export type TenantView = z.output<typeof tenantView>
