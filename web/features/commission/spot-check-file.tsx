import { channelWording } from '#shared/cases/channels'
import type { SpotCheckView } from '#shared/cases/spot-check'
import type { Language } from '#shared/kernel/language'
import { evidenceFields } from '#shared/lifecycle/evidence'
import { postWording } from '#shared/lifecycle/posts'
import { actionWording, evidenceWording, stageName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { OwnNames } from '../statistics/value-names.ts'
import styles from './spot-check-file.module.css'

interface SpotCheckFileProps {
  file: SpotCheckView
  reason: string
  names: OwnNames
  language: Language
  text: Text['commission']['check']
}

/** A county's case, to be read and not to be acted on: without who reported it and who did what. */
export function SpotCheckFile({ file, reason, names, language, text }: SpotCheckFileProps) {
  const named = (list: 'kind' | 'unit', code: string | undefined) => code && (names[list]?.get(code) ?? code)
  const facts: [string, string | undefined][] = [
    [text.number, file.number],
    [text.kind, named('kind', file.kind)],
    [text.place, file.place],
    [text.words, file.words],
    [text.channel, channelWording[file.channel]?.[language]],
    [text.stage, stageName(file.stage, language)],
    [text.unit, named('unit', file.unit)],
    [text.reported, dateAndTime(file.reportedAt)],
    [text.due, file.due && dateAndTime(file.due)],
    [text.photos, file.photos && text.photoCount(file.photos.length)],
  ]
  return (
    <>
      <Notice tone="plain" title={text.recorded}>
        <p>
          {text.reason}：{reason}
        </p>
      </Notice>
      <section className={styles.sheet} aria-labelledby="facts">
        <h2 id="facts">{text.facts}</h2>
        {file.lamp && <Lamp lamp={file.lamp} due={file.due && dateAndTime(file.due)} />}
        <dl className={styles.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section className={styles.sheet} aria-labelledby="history">
        <h2 id="history">{text.history}</h2>
        <ol className={styles.history}>
          {file.history.map((entry) => (
            <li key={entry.version}>
              <p>
                <strong>{actionWording[entry.action][language]}</strong>{' '}
                {postName(entry.post, language, text)}{' '}
                <time dateTime={entry.at}>{dateAndTime(entry.at)}</time>
              </p>
              {evidenceFields.map((field) => {
                const given = entry.evidence[field]
                const words = typeof given === 'string' ? (names.unit?.get(given) ?? given) : undefined
                return (
                  words && (
                    <p key={field}>
                      {evidenceWording[field][language]}：{words}
                    </p>
                  )
                )
              })}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function postName(
  post: SpotCheckView['history'][number]['post'],
  language: Language,
  text: Text['commission']['check'],
): string {
  return post === 'system' || post === 'reporter' ? text[post] : postWording[post][language]
}
