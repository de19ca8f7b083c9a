import type { Language } from '#shared/kernel/language'
import { type Post, posts, postWording } from '#shared/lifecycle/posts'
import { listVacancies, readDuty } from '#shared/organisation/people-contract'
import { ask } from '../../lib/api.ts'
import type { Names, readPeople } from '../../lib/names.ts'
import { settingsPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import styles from './settings.module.css'

interface PostsOverviewProps {
  county: string
  people: Awaited<ReturnType<typeof readPeople>>
  names: Names
  language: Language
  text: Text['settings']['people']
}

/** By post who holds it and who stands in today; and whom the duty table has for today. */
export async function PostsOverview({ county, people, names, language, text }: PostsOverviewProps) {
  const params = { county }
  const [vacancies, duty] = await Promise.all([ask(listVacancies, { params }), ask(readDuty, { params })])
  const vacant = new Set(
    vacancies.ok ? vacancies.value.posts.filter((one) => one.vacant).map(({ post }) => post) : [],
  )
  const named = (some: PostsOverviewProps['people']) =>
    some.map(({ person }) => names.person(person)).join(text.between)
  const there = people.filter(({ state }) => state === 'active' || state === 'invited')
  const date = vacancies.ok ? vacancies.value.date : ''
  const standing = (post: Post) =>
    there.filter(({ standIns }) =>
      standIns.some((one) => one.post === post && one.from <= date && date <= one.until),
    )
  const columns: Column<Post>[] = [
    { title: text.post, value: (post) => postWording[post][language] },
    {
      title: text.holders,
      wrap: true,
      value: (post) => named(there.filter((one) => one.posts.includes(post))),
      draw: (post) => (
        <>
          {named(there.filter((one) => one.posts.includes(post)))}
          {vacant.has(post) && <span className={styles.tag}>{text.nobodyHolds}</span>}
        </>
      ),
    },
    { title: text.standIns, wrap: true, value: (post) => named(standing(post)), minor: true },
  ]
  const today = duty.ok ? duty.value.today : []
  return (
    <div className={styles.columns}>
      <section className={styles.sheet} aria-labelledby="posts">
        <h2 id="posts">{text.byPost}</h2>
        <DataTable label={text.byPost} columns={columns} rows={posts} keyOf={(post) => post} />
      </section>
      <section className={styles.sheet} aria-labelledby="duty">
        <h2 id="duty">{text.dutyToday}</h2>
        <DataTable
          label={text.dutyToday}
          columns={[
            { title: text.hours, value: ({ from, until }) => `${from}–${until}` },
            { title: text.who, value: ({ person }) => person && names.person(person) },
            { title: text.phone, value: ({ phone }) => phone },
          ]}
          rows={today}
          keyOf={({ from }) => from}
          empty={text.noDuty}
        />
        <p>
          <a href={settingsPaths.units(county)}>{text.dutyLink}</a>
        </p>
      </section>
    </div>
  )
}
