import type { CaseLine } from '#shared/cases/case'
import styles from './lamp.module.css'

type LampView = NonNullable<CaseLine['lamp']>

const shapes = {
  green: <circle cx="6" cy="6" r="6" />,
  amber: <path d="M6 0.5 12 11.5H0z" />,
  red: <path d="M0.5 0.5h11v11h-11z" />,
  grey: <path d="M2 0h3v12H2zM7 0h3v12H7z" />,
} satisfies Record<LampView['colour'], unknown>

/** Shape, colour and words, so that none of them is needed alone. `due` is the whole date, for the tooltip. */
export function Lamp({ lamp, due }: { lamp: LampView; due: string | undefined }) {
  return (
    <span className={`${styles.lamp} ${styles[lamp.colour]}`} title={due}>
      <LampShape colour={lamp.colour} />
      {lamp.words}
    </span>
  )
}

/** The shape alone, for where words stand beside it already. */
export function LampShape({ colour }: Pick<LampView, 'colour'>) {
  return (
    <svg className={`${styles.shape} ${styles[colour]}`} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[colour]}
    </svg>
  )
}
