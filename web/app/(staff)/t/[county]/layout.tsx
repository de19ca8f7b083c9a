import type { ReactNode } from 'react'
import { postWording } from '#shared/lifecycle/posts'
import { CalendarBanner } from '../../../../features/calendar/calendar-banner.tsx'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { staffPaths } from '../../../../lib/paths.ts'
import { readSession } from '../../../../lib/session.ts'
import { SignOutButton } from '../../../../ui/sign-out-button.tsx'
import { StaffLinks } from '../../../../ui/staff-links.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'

interface CountyLayoutProps {
  params: Promise<{ county: string }>
  children: ReactNode
}

export default async function CountyLayout({ params, children }: CountyLayoutProps) {
  const { county } = await params
  const { frame } = await readText()
  const language = await readLanguage()
  const session = await readSession()
  const posts = session?.posts.map((post) => postWording[post][language]) ?? []
  return (
    <>
      <TopBar
        language={language}
        text={frame}
        title={frame.staffTitle(county)}
        home={staffPaths.queue(county)}
        last={session && <SignOutButton text={frame} />}
      >
        <StaffLinks county={county} text={frame} posts={posts.join(' · ')} />
      </TopBar>
      {session && <CalendarBanner county={county} session={session} />}
      {children}
    </>
  )
}
