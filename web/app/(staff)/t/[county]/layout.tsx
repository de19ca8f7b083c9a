import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { postWording } from '#shared/lifecycle/posts'
import { CalendarBanner } from '../../../../features/calendar/calendar-banner.tsx'
import { DemonstrationMenu } from '../../../../features/demonstration/demonstration-menu.tsx'
import { TourStrip } from '../../../../features/demonstration/tour-strip.tsx'
import frame from '../../../../features/frame/frame.module.css'
import { Menu } from '../../../../features/frame/menu.tsx'
import { narrowCookie } from '../../../../features/frame/narrow-cookie.ts'
import { shownNavigation } from '../../../../features/frame/navigation.ts'
import { SideNavigation } from '../../../../features/frame/side-navigation.tsx'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { readOwnCounty } from '../../../../lib/names.ts'
import { staffPaths } from '../../../../lib/paths.ts'
import { readSession } from '../../../../lib/session.ts'
import { SignOutButton } from '../../../../ui/sign-out-button.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'

interface CountyLayoutProps {
  params: Promise<{ county: string }>
  children: ReactNode
}

/** What stands around every page of a county's staff: bar, navigation by the reader's posts, what the county must know. */
export default async function CountyLayout({ params, children }: CountyLayoutProps) {
  const { county } = await params
  const text = await readText()
  const language = await readLanguage()
  const session = await readSession()
  const place = session && (await readOwnCounty(county))?.placeName
  const groups = session ? shownNavigation(county, session.posts, text) : []
  const posts = session?.posts.map((post) => postWording[post][language]) ?? []
  return (
    <>
      <TopBar
        language={language}
        text={text.frame}
        title={place ? text.frame.countyTitle(place) : text.frame.staffTitle(county)}
        home={staffPaths.desk(county)}
        first={session && <Menu groups={groups} text={text.frame} />}
        last={session && <SignOutButton text={text.frame} />}
      >
        <span className={frame.posts}>{posts.join(' · ')}</span>
        <DemonstrationMenu />
      </TopBar>
      <div className={frame.body}>
        {session && (
          <SideNavigation
            groups={groups}
            narrow={Boolean((await cookies()).get(narrowCookie)?.value)}
            text={pick(text.frame)}
          />
        )}
        <div className={frame.page}>
          {session && <TourStrip county={county} />}
          {session && <CalendarBanner county={county} session={session} />}
          {children}
        </div>
      </div>
    </>
  )
}

/** Only words go to the browser: some of the frame's sentences are functions. */
const pick = ({ navigation, narrow, wide }: Record<'navigation' | 'narrow' | 'wide', string>) => ({
  navigation,
  narrow,
  wide,
})
