import { kindName } from '#shared/catalogue/base/kind-names'
import type { PublicProgress } from '#shared/intake/citizen-contract'
import type { Language } from '#shared/kernel/language'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { Judge } from './judge.tsx'
import { citizenPaths } from './paths.ts'
import styles from './progress.module.css'
import frame from './public.module.css'
import { timelineOf } from './timeline.ts'

interface ProgressProps {
  county: string
  code: string
  progress: PublicProgress
  language: Language
  /** Idempotency keys of rating and objection. */
  newKeys: readonly [string, string]
  text: Text['citizen']['follow']
}

/** One report from its receipt to its result, in five steps that anybody understands. */
export function Progress({ county, code, progress, language, newKeys, text }: ProgressProps) {
  const { number, name, words, place, kind, photosBefore, photosAfter } = progress
  const steps = timelineOf(progress, text)
  return (
    <>
      <section aria-labelledby="progress">
        <h2 id="progress">
          {text.progress} · {name}
        </h2>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.name} className={styles[step.state]}>
              <span className={styles.mark} aria-hidden="true" />
              <span>
                {step.name}
                <span className="hidden-text">
                  {' '}
                  {{ done: text.stepDone, now: text.stepNow, next: text.stepNext }[step.state]}
                </span>
              </span>
              {step.at && <time dateTime={step.at}>{dateAndTime(step.at)}</time>}
              {step.by && <span>{text.nextBy(dateAndTime(step.by))}</span>}
              {step.note && <p className={styles.note}>{step.note}</p>}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{text.reported}</h2>
        <p>{[kind && kindName(kind)?.[language], place].filter(Boolean).join(' · ')}</p>
        <p>{words}</p>
        <p className={frame.hint}>{number}</p>
      </section>
      {photosBefore.length + photosAfter.length > 0 && (
        <section aria-labelledby="photos">
          <h2 id="photos">{text.photos}</h2>
          <div className={styles.pair}>
            {(
              [
                [text.before, photosBefore],
                [text.after, photosAfter],
              ] as const
            ).map(
              ([which, photos]) =>
                photos.length > 0 && (
                  <figure key={which}>
                    <figcaption>{which}</figcaption>
                    {photos.map((photo) => {
                      const path = citizenPaths.photo(county, photo)
                      return (
                        <a key={photo.id} href={path}>
                          {/* biome-ignore lint/performance/noImgElement: small already, and signed for one reader */}
                          <img src={path} alt={text.photo(which)} loading="lazy" />
                        </a>
                      )
                    })}
                  </figure>
                ),
            )}
          </div>
        </section>
      )}
      <Judge county={county} code={code} progress={progress} newKeys={newKeys} text={text} />
    </>
  )
}
