import { notFound } from 'next/navigation'
import { queryCode } from '#shared/intake/citizen-contract'
import { caseNumber } from '#shared/kernel/ids'
import { citizenPaths } from '../../../../../features/citizen/paths.ts'
import styles from '../../../../../features/citizen/public.module.css'
import { PublicPage } from '../../../../../features/citizen/public-page.tsx'
import { readText } from '../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../lib/moments.ts'
import { ownOrigin } from '../../../../../lib/own-origin.ts'
import { QrCode } from '../../../../../ui/qr-code.tsx'

interface DoneRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ number?: string | string[]; code?: string | string[]; by?: string | string[] }>
}

/** The receipt of a report: all of it stands in the address, so that it can be kept and opened again. */
export default async function DoneScreen({ params, searchParams }: DoneRequest) {
  const { county } = await params
  const asked = await searchParams
  const number = caseNumber.safeParse(asked.number)
  const code = queryCode.safeParse(asked.code)
  if (!number.success || !code.success) notFound()
  const by = typeof asked.by === 'string' && Number.isFinite(Date.parse(asked.by)) ? asked.by : undefined
  const { citizen } = await readText()
  const text = citizen.done
  const follow = citizenPaths.followed(county, number.data, code.data)
  const origin = await ownOrigin()
  return (
    <PublicPage title={text.title}>
      <div className={styles.receipt}>
        <p>
          {text.number}
          <br />
          <span className={styles.big}>{number.data}</span>
        </p>
        <p>
          {text.code}
          <br />
          <span className={styles.big}>{code.data}</span>
        </p>
        <p>{text.keep}</p>
        <QrCode label={text.qr} link={`${origin}${follow}`} />
      </div>
      <section className={styles.stack} aria-labelledby="next">
        <h2 id="next">{text.next}</h2>
        <ol className={styles.plan}>
          <li>{by ? text.accept(dateAndTime(by)) : text.acceptSoon}</li>
          <li>{text.handle}</li>
          <li>{text.judge}</li>
        </ol>
      </section>
      <div className={styles.stack}>
        <a className={styles.primary} href={follow}>
          {text.follow}
        </a>
        <a className={styles.outlined} href={citizenPaths.report(county)}>
          {text.another}
        </a>
        <a className={styles.quiet} href={citizenPaths.home(county)}>
          {text.home}
        </a>
      </div>
    </PublicPage>
  )
}
