/** The languages of everything people read. A wording is a Record over them, so none can be forgotten. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]
export type Wording = Readonly<Record<Language, string>>

/** The language of an `Accept-Language` header: English when it is asked for before Chinese, Chinese otherwise. */
export function preferredLanguage(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const quality = parameters.map((one) => /^\s*q=(\d(?:\.\d+)?)\s*$/.exec(one)?.[1]).find(Boolean)
    return { language: tag.split('-', 1)[0], quality: quality === undefined ? 1 : Number(quality) }
  })
  const best = (language: Language) =>
    Math.max(0, ...ranges.filter((range) => range.language === language).map((range) => range.quality))
  return best('en') > best('zh') ? 'en' : 'zh'
}
