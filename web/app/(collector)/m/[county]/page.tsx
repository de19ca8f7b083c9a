import { quickKinds } from '#shared/catalogue/base/kind-names'
import { gapped } from '../../../../features/collector/gapped.ts'
import { QuickReport } from '../../../../features/collector/later.ts'
import { fieldPaths } from '../../../../features/collector/paths.ts'
import { SignedInPage } from '../../../../features/collector/signed-in-page.tsx'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { readCatalogue } from '../../../../lib/names.ts'

/** 快速上报: a photo, a tile, a press. */
export default async function FieldReportScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { collector } = await readText()
  const language = await readLanguage()
  const text = { ...gapped(collector.report), titleOf: collector.me.report('#') }
  return (
    <SignedInPage title={text.title} path={fieldPaths.report(county)}>
      {async () => {
        const { kinds } = await readCatalogue(county)
        const quick: readonly string[] = quickKinds
        const named = kinds.map(({ code, name }) => ({ code, name: name[language] }))
        return (
          <QuickReport
            county={county}
            kinds={named.toSorted((a, b) => rank(quick, a.code) - rank(quick, b.code))}
            tiles={named.filter(({ code }) => quick.includes(code)).length}
            text={text}
          />
        )
      }}
    </SignedInPage>
  )
}

/** What is seen most stands first; the rest as the catalogue has it. */
const rank = (quick: readonly string[], code: string) =>
  quick.includes(code) ? quick.indexOf(code) : quick.length
