import { webhookEvents } from '#shared/exchange/webhook'
import { publicStatuses } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import { OPEN311_PATH } from '#shared/open311/georeport'
import styles from '../../../../features/docs/docs.module.css'
import { Operations } from '../../../../features/docs/operations.tsx'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { openApiPath } from '../../../../lib/paths.ts'
import { Page } from '../../../../ui/page.tsx'
import { TopBar } from '../../../../ui/top-bar.tsx'

/** What other systems may ask of this installation, and how: for whoever writes a program. */
export default async function DocsScreen() {
  const language = await readLanguage()
  const { frame, docs: text } = await readText()
  return (
    <>
      <TopBar language={language} text={frame} title={frame.product} home="/" />
      <Page title={text.title}>
        <p>{text.intro}</p>
        <section className={styles.part} aria-labelledby="open311">
          <h2 id="open311">{text.open311.title}</h2>
          <p>{text.open311.intro}</p>
          <dl className={styles.facts}>
            {text.open311.facts.map(({ name, says }) => (
              <div key={name}>
                <dt>
                  <code>{name.replace('…', OPEN311_PATH)}</code>
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={styles.part} aria-labelledby="webhooks">
          <h2 id="webhooks">{text.webhooks.title}</h2>
          <p>{text.webhooks.intro}</p>
          <dl className={styles.facts}>
            {publicStatuses.map((status, at) => (
              <div key={status}>
                <dt>
                  <code>{webhookEvents[at]}</code>
                </dt>
                <dd>{publicStatusWording[status][language]}</dd>
              </div>
            ))}
          </dl>
          <p>{text.webhooks.retries}</p>
        </section>
        <section className={styles.part} aria-labelledby="operations">
          <h2 id="operations">{text.operations.title}</h2>
          <p>
            {text.operations.intro} <a href={openApiPath}>{text.operations.document}</a>
          </p>
          <Operations language={language} text={text.operations} />
        </section>
      </Page>
    </>
  )
}
