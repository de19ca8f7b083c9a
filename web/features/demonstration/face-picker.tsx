import { type Face, wearFace } from '#shared/demonstration/contract'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import { citizenPaths } from '../citizen/paths.ts'
import { fieldPaths } from '../collector/paths.ts'
import styles from './face-picker.module.css'

interface FacePickerProps {
  faces: Face[]
  text: Text['demonstration']
}

/** One press per face; the demonstration's own function signs the session and leads on. */
export function FacePicker({ faces, text }: FacePickerProps) {
  const county = faces.find((face) => face.county)?.county
  return (
    <>
      <p>{text.intro}</p>
      <ul className={styles.faces}>
        {faces.map(({ post, name, county, city }) => (
          <li key={post} className={styles.face}>
            <div>
              <strong>{name}</strong>
              <p className={styles.county}>{city ? text.commission(city) : text.county(county ?? '')}</p>
            </div>
            <form action={wearFace.path.replace('{post}', post)} method={wearFace.method}>
              <button className={buttons.primary} type="submit" aria-label={text.enterAs(name)}>
                {text.enter}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {county && (
        <p>
          <a href={citizenPaths.home(county)}>{text.citizen}</a>
          {' · '}
          <a href={fieldPaths.report(county)}>{text.field}</a>
        </p>
      )}
    </>
  )
}
