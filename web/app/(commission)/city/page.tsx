import { isOrder } from '../../../features/commission/county-columns.tsx'
import { enterCommission } from '../../../features/commission/enter.tsx'
import { Overview } from '../../../features/commission/overview.tsx'
import { readStandings } from '../../../features/commission/read-standings.ts'
import { shades } from '../../../features/commission/shades.ts'
import { readLanguage, readText } from '../../../lib/language.ts'
import { shortMoment } from '../../../lib/moments.ts'
import { cityPaths } from '../../../lib/paths.ts'
import { KeepFresh } from '../../../ui/keep-fresh.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemPage } from '../../../ui/problem-page.tsx'

interface OverviewRequest {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How all counties of the city do. */
export default async function OverviewScreen({ searchParams }: OverviewRequest) {
  const asked = await searchParams
  const { commission, frame } = await readText()
  const language = await readLanguage()
  const { title } = commission.overview
  const path = cityPaths.overview
  const entered = await enterCommission({ title, path, posts: ['supervisor', 'commission-administrator'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await readStandings(entered.session.city)
  if (!reply.ok) return <ProblemPage title={title} problem={reply.problem} text={frame} path={path} />
  const { counties, serverTime } = reply.value
  return (
    <Page
      title={title}
      aside={<KeepFresh label={commission.overview.asOf(shortMoment(serverTime, serverTime))} />}
    >
      <Overview
        counties={counties}
        order={isOrder(asked.sort) ? asked.sort : undefined}
        shade={shades.find((one) => one === asked.shade) ?? 'closedOnTime'}
        language={language}
        text={commission}
      />
    </Page>
  )
}
