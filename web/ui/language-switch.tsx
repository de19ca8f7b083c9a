import { type Language, languages } from '#shared/kernel/language'
import { languageTag } from '../text/text.ts'
import styles from './language-switch.module.css'

/** A form, not a script: the other language is one press away on any browser. */
export function LanguageSwitch({ language, label }: { language: Language; label: string }) {
  const other = languages.find((each) => each !== language) ?? language
  return (
    <form className={styles.form} action="/language" method="post">
      <button className={styles.button} type="submit" name="to" value={other} lang={languageTag[other]}>
        {label}
      </button>
    </form>
  )
}
