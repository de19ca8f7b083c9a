import { listFaces } from '#shared/demonstration/contract'
import { DemonstrationMenu } from '../../features/demonstration/demonstration-menu.tsx'
import { FacePicker } from '../../features/demonstration/face-picker.tsx'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { signInPath } from '../../lib/paths.ts'
import buttons from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

interface StartRequest {
  /** What came of a sign-in that came to nothing. */
  searchParams: Promise<{ signIn?: string | string[] }>
}

/** The first page: the faces of a demonstration where there is one, the way to sign in elsewhere. */
export default async function StartScreen({ searchParams }: StartRequest) {
  const { signIn } = await searchParams
  const { frame, demonstration } = await readText()
  const reply = await ask(listFaces, { params: {} })
  const faces = reply.ok ? reply.value.faces : []
  return (
    <>
      <TopBar language={await readLanguage()} text={frame} title={frame.product} home="/">
        <DemonstrationMenu />
      </TopBar>
      <Page
        title={faces.length > 0 ? demonstration.title : demonstration.none.title}
        narrow={faces.length === 0}
      >
        {signIn === 'unfinished' && <Notice tone="bad" title={frame.signIn.unfinished} />}
        {signIn === 'unreachable' && <Notice tone="bad" title={frame.signIn.unreachable} />}
        {faces.length > 0 ? (
          <FacePicker faces={faces} text={demonstration} />
        ) : (
          <Notice tone="plain" title={demonstration.none.advice} />
        )}
        <p>
          <a className={faces.length > 0 ? buttons.plain : buttons.primary} href={signInPath()}>
            {frame.signIn.enter}
          </a>
        </p>
      </Page>
    </>
  )
}
