import type { CaseView } from '#shared/cases/case'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'
import { PhotoStrip } from './photo-strip.tsx'

interface CasePhotosProps {
  county: string
  file: CaseView
  text: Text['cases']['file']
}

/** Acts whose photos show the work done. */
const done = ['report-back', 'report-on-behalf', 'self-handle', 'finish-part']

/** 处置前 and 处置后 side by side: the proof that it is fixed. */
export function CasePhotos({ county, file, text }: CasePhotosProps) {
  const before = [
    ...(file.photos ?? []),
    ...file.history.flatMap(({ evidence }) => evidence.photosBefore ?? []),
  ]
  const after = file.history.findLast(({ action, evidence }) => done.includes(action) && evidence.photos)
    ?.evidence.photos
  if (before.length === 0 && !after) return null
  return (
    <section className={styles.sheet} aria-label={text.photos}>
      <div className={styles.pair}>
        <div>
          <h2>{text.before}</h2>
          {before.length > 0 ? (
            <PhotoStrip county={county} photos={[...new Set(before)]} label={text.before} />
          ) : (
            <p className={styles.hint}>{text.noPhotos}</p>
          )}
        </div>
        <div>
          <h2>{text.after}</h2>
          {after ? (
            <PhotoStrip county={county} photos={after} label={text.after} />
          ) : (
            <p className={styles.hint}>{text.notYet}</p>
          )}
        </div>
      </div>
    </section>
  )
}
