import { listFaces } from '#shared/demonstration/contract'
import { lifecycle } from '#shared/lifecycle/lifecycle'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { readSession } from '../../lib/session.ts'
import { GoOn } from './go-on.tsx'
import { nextFace } from './next-face.ts'
import { demonstrationPaths } from './paths.ts'
import { mainLine } from './stage-layout.ts'
import styles from './tour.module.css'
import { readTour } from './tour-case.ts'

/** Above the page while a case is taken through all posts: how far it has come, and whose turn it is. */
export async function TourStrip({ county }: { county: string }) {
  const toured = await readTour()
  if (!toured || toured.county !== county) return null
  const { tour } = (await readText()).demonstration
  const language = await readLanguage()
  const { stage, history } = toured.file
  const faces = await ask(listFaces, { params: {} })
  const face = faces.ok ? nextFace(toured.file, faces.value.faces) : undefined
  const reader = (await readSession())?.person
  const been = new Set(history.map(({ to }) => to))
  return (
    <aside className={styles.strip} aria-label={tour.title}>
      <ol className={styles.line}>
        {mainLine.map((one) => (
          <li
            key={one}
            className={been.has(one) ? styles.been : undefined}
            {...(one === stage && { 'aria-current': 'step' as const })}
          >
            {lifecycle[one].name[language]}
          </li>
        ))}
        {!mainLine.includes(stage) && <li aria-current="step">{lifecycle[stage].name[language]}</li>}
      </ol>
      {face && face.person !== reader && <GoOn face={face} label={tour.goOn(face.name)} />}
      {face && face.person === reader && <strong>{tour.yours}</strong>}
      {!face && <strong>{tour.ended}</strong>}
      <a href={demonstrationPaths.tour}>{tour.picture}</a>
    </aside>
  )
}
