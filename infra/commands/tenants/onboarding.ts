import { setTimeout as pause } from 'node:timers/promises'
import { styleText } from 'node:util'
import { readTenant, resumeOnboarding } from '#shared/tenants/contract'
import {
  noteWording,
  type OnboardingStep,
  onboardingSteps,
  stepNotes,
  stepWording,
} from '#shared/tenants/onboarding-steps'
import type { StepDone, TenantView } from '#shared/tenants/tenant'
import { CommandRefused, duration, print, printDone } from '../terminal.ts'
import type { Installation } from './installation.ts'

const LOOK_EVERY_MS = 150
/** A step that takes longer than this may have lost its execution: resuming leaves one that runs alone. */
const NUDGE_AFTER_MS = 20_000
const GIVE_UP_AFTER_MS = 15 * 60_000

/** Watches an onboarding to its end, a line per step with what it laid and how long it took. */
export async function watchOnboarding(
  { ask, city, language, json }: Installation,
  begun: TenantView,
): Promise<TenantView> {
  const params = { city, tenant: begun.tenant }
  const started = performance.now()
  let view = begun
  let told = 0
  let movedAt = started
  while (true) {
    const steps = view.steps.slice(told)
    if (!json) for (const step of steps) printDone(stepLine(step, language), step.milliseconds)
    if (steps.length > 0) movedAt = performance.now()
    told = view.steps.length
    if (view.onboarding.state !== 'running') break
    if (performance.now() - started > GIVE_UP_AFTER_MS)
      throw new CommandRefused(
        'The onboarding does not come to an end; look at it with npm run tenant -- show.',
      )
    await pause(LOOK_EVERY_MS)
    if (performance.now() - movedAt > NUDGE_AFTER_MS) {
      await ask(resumeOnboarding, { params, input: {} }).catch(() => undefined)
      movedAt = performance.now()
    }
    view = await ask(readTenant, { params })
  }
  refuseStopped(view, language)
  return view
}

function refuseStopped({ tenant, onboarding }: TenantView, language: Installation['language']) {
  if (onboarding.state !== 'stopped') return
  const { step, error } = onboarding.stopped ?? { step: onboardingSteps[0], error: 'unknown' }
  throw new CommandRefused(
    `${stepWording[step][language]}: stopped (${error}). Mend it, then: npm run tenant -- resume ${tenant}`,
  )
}

const stepLine = ({ step, counts }: StepDone, language: Installation['language']) =>
  [stepWording[step][language], styleText('dim', countsLine(counts))].filter(Boolean).join('  ')

const countsLine = (counts: StepDone['counts']) =>
  Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString('en-US')} ${name}`)
    .join(', ')

/** What the county still lacks, a sentence each. */
export const notesOf = ({ steps }: Pick<TenantView, 'steps'>, language: Installation['language']) =>
  stepNotes
    .filter((note) => steps.some(({ notes }) => notes.includes(note)))
    .map((note) => noteWording[note][language])

/** Steps of the onboarding as rows of a table. */
export const stepRows = ({ steps }: TenantView, language: Installation['language']) =>
  onboardingSteps.map((step: OnboardingStep) => {
    const done = steps.find((one) => one.step === step)
    const row = [stepWording[step][language]]
    return done ? [...row, countsLine(done.counts), duration(done.milliseconds)] : [...row, '—', '']
  })

export const printNotes = (view: TenantView, language: Installation['language']) => {
  for (const note of notesOf(view, language)) print(`${styleText('yellow', '!')} ${note}`)
}
