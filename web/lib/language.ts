import { cookies } from 'next/headers'
import { type Language, languages } from '#shared/kernel/language'
import { type Text, texts } from '../text/text.ts'

export const languageCookie = 'language'

/** The reader's language, as the switch in the header left it; Chinese until then. */
export async function readLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value
  return languages.find((known) => known === chosen) ?? 'zh'
}

export async function readText(): Promise<Text> {
  return texts[await readLanguage()]
}
