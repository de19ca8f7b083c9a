import type { Problem } from '#shared/kernel/problem'
import type { Text } from '../text/text.ts'
import buttons from './button.module.css'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { SignInPage } from './sign-in-page.tsx'

interface ProblemPageProps {
  title: string
  problem: Problem
  text: Text['frame']
  /** This page's own address, to try again. */
  path: string
}

/** A page whose data could not be had: what happened, why, and what to do. */
export function ProblemPage({ title, problem, text, path }: ProblemPageProps) {
  if (problem.status === 401) return <SignInPage text={text} path={path} />
  return (
    <Page title={title} narrow>
      <Notice tone="bad" title={problem.title}>
        <p>{problem.detail}</p>
      </Notice>
      <p>
        <a className={buttons.plain} href={path}>
          {text.failed.retry}
        </a>
      </p>
    </Page>
  )
}
