import type { Face } from '#shared/demonstration/contract'
import buttons from '../../ui/button.module.css'
import { demonstrationPaths } from './paths.ts'

interface GoOnProps {
  face: Face
  label: string
}

/** One press: the reader becomes whoever the case waits for, with its file before them. */
export function GoOn({ face, label }: GoOnProps) {
  return (
    <form action={demonstrationPaths.goOn} method="post">
      <button className={buttons.primary} type="submit" name="post" value={face.post}>
        {label}
      </button>
    </form>
  )
}
