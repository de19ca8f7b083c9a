import { FieldTasks } from '../../../../../features/collector/field-tasks.tsx'
import { fieldPaths } from '../../../../../features/collector/paths.ts'
import { SignedInPage } from '../../../../../features/collector/signed-in-page.tsx'
import { readText } from '../../../../../lib/language.ts'

interface TasksRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ post?: string | string[] }>
}

/** What waits for whoever works outside: to verify, to inspect, to handle. */
export default async function TasksScreen({ params, searchParams }: TasksRequest) {
  const { county } = await params
  const { post } = await searchParams
  const { collector } = await readText()
  return (
    <SignedInPage title={collector.tasks.title} path={fieldPaths.tasks(county)}>
      {({ posts }) => <FieldTasks county={county} posts={posts} wanted={post} text={collector.tasks} />}
    </SignedInPage>
  )
}
