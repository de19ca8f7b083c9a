import { type Face, wearFace } from '#shared/demonstration/contract'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import { citizenPaths } from '../citizen/paths.ts'
import { fieldPaths } from '../collector/paths.ts'
import styles from './face-picker.module.css'
import { demonstrationPaths } from './paths.ts'

interface FacePickerProps {
  faces: readonly Face[]
  text: Text['demonstration']
}

/** The four faces of the product, and who one may be in each; the demonstration's own function signs the session. */
export function FacePicker({ faces, text }: FacePickerProps) {
  const county = faces.find((face) => face.county)?.county
  const { cards } = text
  return (
    <>
      <p className={styles.intro}>{text.intro}</p>
      <p className={styles.intro}>
        <a className={buttons.primary} href={demonstrationPaths.tour}>
          {text.tourLink}
        </a>
      </p>
      <div className={styles.cards}>
        <Card {...cards.county}>
          <Faces faces={faces.filter((face) => face.county)} text={text} />
        </Card>
        <Card {...cards.commission}>
          <Faces faces={faces.filter((face) => face.city)} text={text} />
        </Card>
        {county && (
          <>
            <Card {...cards.citizen}>
              <a className={buttons.plain} href={citizenPaths.home(county)}>
                {cards.citizen.enter}
              </a>
            </Card>
            <Card {...cards.field}>
              <a className={buttons.plain} href={fieldPaths.report(county)}>
                {cards.field.enter}
              </a>
            </Card>
          </>
        )}
      </div>
    </>
  )
}

interface CardProps {
  title: string
  about: string
  children: React.ReactNode
}

function Card({ title, about, children }: CardProps) {
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      <p className={styles.about}>{about}</p>
      {children}
    </section>
  )
}

function Faces({ faces, text }: FacePickerProps) {
  return (
    <ul className={styles.faces}>
      {faces.map(({ post, name }) => (
        <li key={post}>
          <form action={wearFace.path.replace('{post}', post)} method={wearFace.method}>
            <button className={buttons.plain} type="submit" aria-label={text.enterAs(name)}>
              {name}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
