import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { commissionPostWording } from '#shared/lifecycle/posts'
import { commissionNavigation } from '../../../features/commission/commission-navigation.ts'
import { DemonstrationMenu } from '../../../features/demonstration/demonstration-menu.tsx'
import styles from '../../../features/frame/frame.module.css'
import { Menu } from '../../../features/frame/menu.tsx'
import { narrowCookie } from '../../../features/frame/narrow-cookie.ts'
import { SideNavigation } from '../../../features/frame/side-navigation.tsx'
import { readLanguage, readText } from '../../../lib/language.ts'
import { cityPaths } from '../../../lib/paths.ts'
import { readCommissionSession } from '../../../lib/session.ts'
import { SignOutButton } from '../../../ui/sign-out-button.tsx'
import { TopBar } from '../../../ui/top-bar.tsx'

/** What stands around every page of the commission: of no county, in its own colour, with its tag. */
export default async function CityLayout({ children }: { children: ReactNode }) {
  const { frame, commission } = await readText()
  const language = await readLanguage()
  const session = await readCommissionSession()
  const posts = session?.posts ?? []
  const groups = commissionNavigation(posts, commission.nav)
  const { navigation, narrow, wide, menu } = frame
  return (
    <>
      <TopBar
        language={language}
        text={frame}
        title={frame.product}
        level={commission.level}
        home={cityPaths.overview}
        first={session && <Menu groups={groups} text={{ navigation, menu }} />}
        last={session && <SignOutButton text={frame} />}
      >
        <span className={styles.posts}>
          {posts.map((post) => commissionPostWording[post][language]).join(' · ')}
        </span>
        <DemonstrationMenu />
      </TopBar>
      <div className={styles.body}>
        {session && (
          <SideNavigation
            groups={groups}
            narrow={Boolean((await cookies()).get(narrowCookie)?.value)}
            text={{ navigation, narrow, wide }}
          />
        )}
        <div className={styles.page}>{children}</div>
      </div>
    </>
  )
}
