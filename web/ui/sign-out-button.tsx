import type { Text } from '../text/text.ts'
import styles from './language-switch.module.css'

/** A form, so that no link or picture of another site can sign anyone out. */
export function SignOutButton({ text }: { text: Text['frame'] }) {
  return (
    <form action="/sign-out" method="post">
      <button className={styles.button} type="submit">
        {text.signIn.leave}
      </button>
    </form>
  )
}
