import { listFaces } from '#shared/demonstration/contract'
import { FacePicker } from '../../features/demonstration/face-picker.tsx'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

/** The first page: the faces of a demonstration where there is one, the way to sign in elsewhere. */
export default async function StartScreen() {
  const { frame, demonstration } = await readText()
  const reply = await ask(listFaces, { params: {} })
  const faces = reply.ok ? reply.value.faces : []
  return (
    <>
      <TopBar language={await readLanguage()} text={frame} title={frame.product} home="/" />
      <Page title={faces.length > 0 ? demonstration.title : demonstration.none.title} narrow>
        {faces.length > 0 ? (
          <FacePicker faces={faces} text={demonstration} />
        ) : (
          <Notice tone="plain" title={demonstration.none.advice} />
        )}
      </Page>
    </>
  )
}
