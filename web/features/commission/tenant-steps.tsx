import type { Language } from '#shared/kernel/language'
import { noteWording, onboardingSteps, type StepNote, stepWording } from '#shared/tenants/onboarding-steps'
import type { TenantView } from '#shared/tenants/tenant'
import type { Text } from '../../text/text.ts'
import styles from './tenant.module.css'

interface TenantStepsProps {
  tenant: TenantView
  language: Language
  text: Text['commission']['tenant']
}

/** What is laid for a county, step by step, and where it stopped. */
export function TenantSteps({ tenant: { steps, onboarding }, language, text }: TenantStepsProps) {
  const done = new Map(steps.map((step) => [step.step, step]))
  return (
    <ol className={styles.steps}>
      {onboardingSteps.map((name) => {
        const step = done.get(name)
        const stopped = onboarding.stopped?.step === name
        return (
          <li key={name}>
            <span className={step ? styles.done : styles.waiting} aria-hidden="true">
              {step ? '●' : '◯'}
            </span>
            <div>
              <strong>{stepWording[name][language]}</strong>{' '}
              {step ? countsOf(step.counts) : stopped ? text.stopped : text.waiting}
              {step?.notes.map((note) => (
                <p key={note} className={styles.note}>
                  {noteWording[note as StepNote]?.[language] ?? note}
                </p>
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const countsOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).join(' / ')
