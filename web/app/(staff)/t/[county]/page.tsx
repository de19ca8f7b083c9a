import { surveyWork } from '#shared/cases/work-survey'
import styles from '../../../../features/desk/desk.module.css'
import { DeskFigures } from '../../../../features/desk/desk-figures.tsx'
import { DeskToday } from '../../../../features/desk/desk-today.tsx'
import { DeskUrgent } from '../../../../features/desk/desk-urgent.tsx'
import { DeskWork } from '../../../../features/desk/desk-work.tsx'
import { shownNavigation } from '../../../../features/frame/navigation.ts'
import { tabsOf } from '../../../../features/queues/tabs.ts'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { shortMoment } from '../../../../lib/moments.ts'
import { readNames } from '../../../../lib/names.ts'
import { staffPaths } from '../../../../lib/paths.ts'
import { readSession } from '../../../../lib/session.ts'
import buttons from '../../../../ui/button.module.css'
import { KeepFresh } from '../../../../ui/keep-fresh.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'
import { SignInPage } from '../../../../ui/sign-in-page.tsx'

/** 工作台: what waits for the reader and what is late; who leads and holds no desk sees how the county does. */
export default async function DeskScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const [text, language, session] = [await readText(), await readLanguage(), await readSession()]
  const { desk, frame } = text
  const path = staffPaths.desk(county)
  if (!session) return <SignInPage text={frame} path={path} />
  const { posts } = session
  if (posts.length === 0) return <Page title={desk.title}>{desk.noPosts}</Page>
  const [told, names] = await Promise.all([
    ask(surveyWork, { params: { county } }),
    readNames(county, ['unit']),
  ])
  if (!told.ok) return <ProblemPage title={desk.title} problem={told.problem} text={frame} path={path} />
  const survey = told.value
  const tabs = tabsOf(posts)
  const works = tabs.length > 0
  return (
    <Page
      title={desk.title}
      aside={<KeepFresh label={desk.updated(shortMoment(survey.serverTime, survey.serverTime))} />}
    >
      {posts.includes('leader') && <DeskFigures county={county} language={language} text={desk} />}
      {works && <DeskToday {...{ county, survey, posts }} text={desk} />}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {works && <DeskWork {...{ county, survey, tabs, posts, language, text }} />}
          <section className={`${styles.sheet} ${styles.ways}`} aria-labelledby="shortcuts">
            <h2 id="shortcuts">{desk.shortcuts}</h2>
            <p className={styles.shortcuts}>
              {shownNavigation(county, posts, text)
                .flatMap(({ entries }) => entries)
                .filter((entry) => entry.path !== path)
                .map((entry) => (
                  <a key={entry.path} className={buttons.plain} href={entry.path}>
                    {entry.name}
                  </a>
                ))}
            </p>
          </section>
        </div>
        {works && <DeskUrgent {...{ county, survey, names, language }} text={desk} />}
      </div>
    </Page>
  )
}
