import { notFound } from 'next/navigation'
import { PrintButton } from '../../../../../../features/print/print-button.tsx'
import { readSheets } from '../../../../../../features/print/read-sheets.ts'
import styles from '../../../../../../features/print/sheet.module.css'
import { CaseSheet } from '../../../../../../features/print/sheet.tsx'
import { isSheet, MOST_SHEETS, sheets } from '../../../../../../features/print/sheets.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readNames, readOwnCounty } from '../../../../../../lib/names.ts'
import { ownOrigin } from '../../../../../../lib/own-origin.ts'
import { staffPaths } from '../../../../../../lib/paths.ts'
import { readSession } from '../../../../../../lib/session.ts'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'
import { SignInPage } from '../../../../../../ui/sign-in-page.tsx'

interface PrintRequest {
  params: Promise<{ county: string; sheet: string }>
  searchParams: Promise<{ case?: string | string[] }>
}

/** Cases on one of the trade's forms, a page break between them. */
export default async function PrintScreen({ params, searchParams }: PrintRequest) {
  const { county, sheet } = await params
  if (!isSheet(sheet)) notFound()
  const ids = [...new Set([(await searchParams).case ?? []].flat())]
  const text = await readText()
  const language = await readLanguage()
  const { frame, print } = text
  const path = staffPaths.print(county, sheet, ids)
  if (!(await readSession())) return <SignInPage text={frame} path={path} />
  if (ids.length === 0 || ids.length > MOST_SHEETS)
    return (
      <Page title={print.titles[sheet]} narrow>
        <Notice tone="plain" title={ids.length === 0 ? print.none : print.tooMany(MOST_SHEETS)} />
      </Page>
    )
  const [read, names, own] = await Promise.all([
    readSheets(county, ids),
    readNames(county, ['unit', 'kind', 'area', 'person']),
    readOwnCounty(county),
  ])
  if ('problem' in read)
    return <ProblemPage title={print.titles[sheet]} problem={read.problem} text={frame} path={path} />
  const place = own?.placeName ?? frame.staffTitle(county)
  const origin = await ownOrigin()
  return (
    <>
      <title>{`${print.titles[sheet]} · ${place}`}</title>
      <header className={styles.bar}>
        <nav aria-label={print.forms}>
          {sheets.map((one) => (
            <a
              key={one}
              href={staffPaths.print(county, one, ids)}
              {...(one === sheet && { 'aria-current': 'page' })}
            >
              {print.titles[one]}
            </a>
          ))}
        </nav>
        <span>{print.count(read.cases.length)}</span>
        <PrintButton label={print.print} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than a phone scrolls, and must be reached by keyboard */}
      <main id="content" className={styles.paper} tabIndex={0}>
        {read.cases.map((printed) => (
          <CaseSheet
            key={printed.file.id}
            {...{ sheet, county, place, printed, names, language, text }}
            link={`${origin}${staffPaths.case(county, printed.file.id)}`}
          />
        ))}
      </main>
    </>
  )
}
