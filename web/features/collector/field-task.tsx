import { readCase } from '#shared/cases/contract'
import { type Evidence, inspectionWays } from '#shared/lifecycle/evidence'
import type { Action } from '#shared/lifecycle/lifecycle'
import { actionWording, evidenceWording, waitingName } from '#shared/lifecycle/wording'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Notice } from '../../ui/notice.tsx'
import frame from '../citizen/public.module.css'
import type { Offered } from '../handling-link/act-form.tsx'
import styles from './field.module.css'
import { gapped } from './gapped.ts'
import { TaskActs } from './later.ts'
import { fieldPaths } from './paths.ts'

/** What is done in the street; the rest of what a post may do is done at a desk. */
const inTheStreet: readonly Action[] = [
  'found',
  'not-found',
  'sign',
  'report-back',
  'return',
  'ask-extension',
  'ask-suspension',
  'finish-part',
  'pass',
  'fail',
]

interface FieldTaskProps {
  county: string
  id: string
  text: Text['collector']
}

export async function FieldTask({ county, id, text }: FieldTaskProps) {
  const reply = await ask(readCase, { params: { county, case: id } })
  if (!reply.ok)
    return (
      <Notice tone="bad" title={reply.problem.title}>
        <p>{reply.problem.detail}</p>
      </Notice>
    )
  const file = reply.value
  const language = await readLanguage()
  const names = await readNames(county, ['kind', 'area'])
  const { ways } = (await readText()).cases.act
  const field = (name: Evidence, needed: boolean) => ({
    field: name,
    needed,
    label: needed ? evidenceWording[name][language] : text.tasks.optional(evidenceWording[name][language]),
    ...(name === 'way' && { choices: inspectionWays.map((value) => ({ value, words: ways[value] })) }),
  })
  const offers: Offered[] = file.actions
    .filter(({ action }) => inTheStreet.includes(action))
    .map(({ action, evidence, may }) => {
      const name = actionWording[action][language]
      return {
        action,
        name,
        confirm: text.tasks.confirm(name),
        fields: [...evidence.map((one) => field(one, true)), ...may.map((one) => field(one, false))],
      }
    })
  const { lamp, due, kind, place, words, stage, position, area, photos = [], number, version } = file
  return (
    <>
      <div className={frame.receipt}>
        {lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}
        <p className={frame.lead}>{place}</p>
        <p>{[kind && names.kind(kind), waitingName(stage, language)].filter(Boolean).join(' · ')}</p>
        <p>{words}</p>
        {area && <p className={frame.hint}>{names.area(area)}</p>}
        <p className={frame.hint}>{number}</p>
        {position && (
          <a className={frame.quiet} href={`geo:${position.latitude},${position.longitude}`}>
            {text.tasks.navigate}
          </a>
        )}
        {photos.length > 0 && (
          <ul className={styles.photos} aria-label={text.tasks.photos}>
            {photos.map((photo, at) => (
              <li key={photo}>
                {/* biome-ignore lint/performance/noImgElement: small already, and signed for one reader */}
                <img
                  src={staffPaths.photo(county, photo)}
                  alt={`${text.tasks.photos} ${at + 1}`}
                  loading="lazy"
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <TaskActs
        county={county}
        caseId={id}
        version={version}
        place={place}
        offers={offers}
        text={{
          ...gapped(text.tasks),
          photoAdd: text.report.photoAdd,
          photoCount: text.report.photoCount('#'),
          notKept: text.report.notKept,
        }}
      />
      <a className={frame.outlined} href={fieldPaths.tasks(county)}>
        {text.tasks.back}
      </a>
    </>
  )
}
