import type { ReactNode } from 'react'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import { actionWording } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { photoPairOf } from './photo-pair.ts'
import type { PrintedCase } from './read-sheets.ts'
import styles from './sheet.module.css'
import { type SheetNames, sheetRows } from './sheet-rows.ts'
import type { Sheet } from './sheets.ts'

interface CaseSheetProps {
  sheet: Sheet
  county: string
  /** As it heads the paper. */
  place: string
  printed: PrintedCase
  /** Where the camera of a telephone finds the case. */
  link: string
  names: SheetNames
  language: Language
  text: Text
}

/** One case on one of the trade's forms, A4 portrait. */
export function CaseSheet({ sheet, county, place, printed, link, names, language, text }: CaseSheetProps) {
  const { file } = printed
  const { print } = text
  const { before, after } = photoPairOf(file)
  return (
    <article className={styles.sheet} aria-label={`${print.titles[sheet]} ${file.number}`}>
      <header className={styles.head}>
        <div>
          <p className={styles.place}>{place}</p>
          <h1>{print.titles[sheet]}</h1>
          <p>{print.number(file.number)}</p>
        </div>
        <QrCode label={print.qr} link={link} />
      </header>
      <table className={styles.facts}>
        <tbody>
          {sheetRows(sheet, printed, { names, language, text: print }).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.pair}>
        <Photo {...{ county, photo: before[0], label: print.before, none: print.noPhoto }} />
        <Photo {...{ county, photo: after[0], label: print.after, none: print.noPhoto }} />
      </div>
      {sheet === 'case' && <Course {...{ printed, names, language, text }} />}
      {sheet === 'dispatch' && <Room label={print.room.handled} />}
      {sheet === 'inspection' && (
        <Room label={print.room.inspected}>
          <p>{print.boxes}</p>
        </Room>
      )}
      <footer className={styles.signs}>
        {print.signs[sheet].map((sign) => (
          <span key={sign}>{sign}</span>
        ))}
      </footer>
    </article>
  )
}

interface PhotoProps {
  county: string
  photo: string | undefined
  label: string
  none: string
}

function Photo({ county, photo, label, none }: PhotoProps) {
  return (
    <figure className={styles.photo}>
      {/* biome-ignore lint/performance/noImgElement: small already, and signed for one reader */}
      {photo ? <img src={staffPaths.photo(county, photo)} alt={label} /> : <span>{none}</span>}
      <figcaption>{label}</figcaption>
    </figure>
  )
}

/** 办理经过, a line for each act. */
function Course({
  printed,
  names,
  language,
  text,
}: Pick<CaseSheetProps, 'printed' | 'names' | 'language' | 'text'>) {
  const { print, cases } = text
  return (
    <table className={styles.course}>
      <thead>
        <tr>
          <th scope="col">{print.course.at}</th>
          <th scope="col">{print.course.action}</th>
          <th scope="col">{print.course.who}</th>
          <th scope="col">{print.course.words}</th>
        </tr>
      </thead>
      <tbody>
        {printed.file.history.map(({ version, at, action, post, person, evidence }) => (
          <tr key={version}>
            <td>{dateAndTime(at)}</td>
            <td>{actionWording[action][language]}</td>
            <td>
              {post === 'system' || post === 'reporter' ? cases.file[post] : postWording[post][language]}
              {person && ` ${names.person(person)}`}
            </td>
            <td>{[evidence.reason, evidence.words].filter(Boolean).join('；')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Space for a pen. */
function Room({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <section className={styles.room} aria-label={label}>
      <p>{label}</p>
      {children}
    </section>
  )
}
