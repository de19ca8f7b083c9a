'use client'
import styles from './phrase-buttons.module.css'

interface PhraseButtonsProps {
  /** Id of the field that they are written into. */
  into: string
  phrases: readonly string[]
}

/** One press adds a sentence; what was typed stays. */
export function PhraseButtons({ into, phrases }: PhraseButtonsProps) {
  const add = (phrase: string) => {
    const area = document.getElementById(into)
    if (!(area instanceof HTMLTextAreaElement)) return
    area.value = [area.value.trim(), phrase].filter(Boolean).join(' ')
    area.focus()
  }
  if (phrases.length === 0) return null
  return (
    <div className={styles.phrases}>
      {phrases.map((phrase) => (
        <button key={phrase} type="button" onClick={() => add(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  )
}
