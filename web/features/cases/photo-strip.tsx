import { staffPaths } from '../../lib/paths.ts'
import styles from './photo-strip.module.css'

interface PhotoStripProps {
  county: string
  photos: readonly string[]
  /** What they are of, as it is read out. */
  label: string
}

/** Photos side by side, each opening by itself. */
export function PhotoStrip({ county, photos, label }: PhotoStripProps) {
  return (
    <ul className={styles.strip}>
      {photos.map((photo, index) => (
        <li key={photo}>
          <a href={staffPaths.photo(county, photo)}>
            {/* biome-ignore lint/performance/noImgElement: the pictures are small already and signed for one reader */}
            <img src={staffPaths.photo(county, photo)} alt={`${label} ${index + 1}`} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}
