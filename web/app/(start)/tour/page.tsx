import { notFound } from 'next/navigation'
import { listFaces } from '#shared/demonstration/contract'
import { DemonstrationMenu } from '../../../features/demonstration/demonstration-menu.tsx'
import { demonstrationPaths } from '../../../features/demonstration/paths.ts'
import { StagePicture } from '../../../features/demonstration/stage-picture.tsx'
import { startTour } from '../../../features/demonstration/start-tour.ts'
import styles from '../../../features/demonstration/tour.module.css'
import { readTour } from '../../../features/demonstration/tour-case.ts'
import { TourSteps } from '../../../features/demonstration/tour-steps.tsx'
import { ask } from '../../../lib/api.ts'
import { isDemonstration } from '../../../lib/config.ts'
import { readLanguage, readText } from '../../../lib/language.ts'
import { staffPaths } from '../../../lib/paths.ts'
import buttons from '../../../ui/button.module.css'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'

interface TourRequest {
  searchParams: Promise<{ failed?: string | string[] }>
}

/** 走一遍: one case through all posts, with the picture of the machine that moves it. */
export default async function TourScreen({ searchParams }: TourRequest) {
  if (!isDemonstration()) notFound()
  const { frame, demonstration } = await readText()
  const { tour } = demonstration
  const language = await readLanguage()
  const reply = await ask(listFaces, { params: {} })
  const faces = reply.ok ? reply.value.faces : []
  const county = faces.find((face) => face.county)?.county ?? ''
  const toured = await readTour()
  const { failed } = await searchParams
  return (
    <>
      <TopBar language={language} text={frame} title={frame.product} home={demonstrationPaths.start}>
        <DemonstrationMenu />
      </TopBar>
      <Page title={tour.title}>
        {failed && <Notice tone="bad" title={tour.failed} />}
        <form className={styles.start} action={startTour}>
          <input type="hidden" name="county" value={county} />
          <span>{toured ? tour.on(toured.file.number) : tour.intro}</span>
          {toured && <a href={staffPaths.case(toured.county, toured.file.id)}>{tour.file}</a>}
          <button className={toured ? buttons.plain : buttons.primary} type="submit">
            {toured ? tour.again : tour.begin}
          </button>
        </form>
        <StagePicture
          label={tour.pictureLabel}
          now={toured?.file.stage}
          history={toured?.file.history ?? []}
          language={language}
        />
        <TourSteps toured={toured} faces={faces} language={language} text={tour} />
      </Page>
    </>
  )
}
