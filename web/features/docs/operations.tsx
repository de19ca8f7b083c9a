import { contracts } from '#shared/contracts'
import { audiences, type Contract, commonRefusals } from '#shared/kernel/contract'
import type { Language } from '#shared/kernel/language'
import { type RefusalCode, refusals } from '#shared/kernel/refusals'
import { commissionPostWording, isCommissionPost, isPost, postWording } from '#shared/lifecycle/posts'
import type { Text } from '../../text/text.ts'
import styles from './docs.module.css'

interface OperationsProps {
  language: Language
  text: Text['docs']['operations']
}

/** Every way in of the product by whom it serves: the contracts themselves, so that nothing here can grow old. */
export function Operations({ language, text }: OperationsProps) {
  const byAudience = audiences
    .map((audience) => ({ audience, found: contracts.filter((one) => one.audience === audience) }))
    .filter(({ found }) => found.length > 0)
  return byAudience.map(({ audience, found }) => (
    <section key={audience} aria-labelledby={`of-${audience}`}>
      <h3 id={`of-${audience}`}>{text.audiences[audience]}</h3>
      {found.map((contract) => (
        <Operation key={contract.name} contract={contract} language={language} text={text} />
      ))}
    </section>
  ))
}

function Operation({ contract, language, text }: OperationsProps & { contract: Contract }) {
  const { method, path, summary, params, query, input } = contract
  const codes = [...new Set<RefusalCode>([...commonRefusals(contract), ...contract.refusals])]
  return (
    <details className={styles.operation} id={contract.name}>
      <summary>
        <code>
          {method} {path}
        </code>{' '}
        {summary[language]}
      </summary>
      <p className={styles.who}>{whoMay(contract, language, text)}</p>
      <ul>
        {namesOf(params).map((name) => (
          <li key={name}>
            {text.inPath} <code>{name}</code>
          </li>
        ))}
        {namesOf(query).map((name) => (
          <li key={name}>
            {text.inQuery} <code>{name}</code>
          </li>
        ))}
        {namesOf(input).map((name) => (
          <li key={name}>
            {text.inBody} <code>{name}</code>
          </li>
        ))}
      </ul>
      <p>{text.refuses}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>
              {refusals[code].status} {code}
            </code>{' '}
            {refusals[code][language].title}
          </li>
        ))}
      </ul>
    </details>
  )
}

const namesOf = (schema: Contract['query']) => Object.keys(schema?.shape ?? {})

function whoMay({ access, posts }: Contract, language: Language, text: OperationsProps['text']): string {
  if (access === 'public') return text.anybody
  if (!posts) return access === 'city' ? text.ofCity : text.ofCounty
  return posts
    .map((post) => {
      if (isPost(post)) return postWording[post][language]
      return isCommissionPost(post) ? commissionPostWording[post][language] : post
    })
    .join(text.between)
}
