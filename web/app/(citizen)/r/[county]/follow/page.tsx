import { queryCode, readProgress } from '#shared/intake/citizen-contract'
import { caseNumber } from '#shared/kernel/ids'
import { FollowForm } from '../../../../../features/citizen/follow-form.tsx'
import { codeIn, numberIn } from '../../../../../features/citizen/follow-words.ts'
import { citizenPaths } from '../../../../../features/citizen/paths.ts'
import { Progress } from '../../../../../features/citizen/progress.tsx'
import styles from '../../../../../features/citizen/public.module.css'
import { PublicPage } from '../../../../../features/citizen/public-page.tsx'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'

interface FollowRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ number?: string | string[]; code?: string | string[] }>
}

/** 查进度: a form, and below its number and code how the report stands. The address can be kept. */
export default async function FollowScreen({ params, searchParams }: FollowRequest) {
  const { county } = await params
  const asked = await searchParams
  const { citizen } = await readText()
  const text = citizen.follow
  const typed = { number: numberIn(asked.number), code: codeIn(asked.code) }
  if (asked.number === undefined && asked.code === undefined)
    return (
      <PublicPage title={text.title}>
        <FollowForm county={county} typed={typed} text={text} />
      </PublicPage>
    )
  const number = caseNumber.safeParse(typed.number)
  const code = queryCode.safeParse(typed.code)
  const wrong = [
    ...(number.success ? [] : [{ field: 'number', message: text.wrongNumber }]),
    ...(code.success ? [] : [{ field: 'code', message: text.wrongCode }]),
  ]
  const reply =
    number.success && code.success
      ? await ask(readProgress, { params: { county, number: number.data }, query: { code: code.data } })
      : undefined
  if (!reply?.ok) {
    const title = reply ? `${reply.problem.title} ${reply.problem.detail}` : text.errors
    return (
      <PublicPage title={text.title}>
        <FollowForm county={county} typed={typed} errors={{ title, fields: wrong }} text={text} />
      </PublicPage>
    )
  }
  return (
    <PublicPage title={text.title}>
      <Progress
        county={county}
        code={typed.code}
        progress={reply.value}
        language={await readLanguage()}
        newKeys={[crypto.randomUUID(), crypto.randomUUID()]}
        text={text}
      />
      <p>
        <a className={styles.quiet} href={citizenPaths.follow(county)}>
          {text.other}
        </a>
      </p>
    </PublicPage>
  )
}
