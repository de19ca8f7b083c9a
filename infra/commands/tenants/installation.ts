import { existsSync } from 'node:fs'
import type { Language } from '#shared/kernel/language'
import { readAccess } from '../../local/main.ts'
import { dataFolder } from '../data-folder.ts'
import { CommandRefused } from '../terminal.ts'
import { type Ask, createAsk } from './api.ts'
import { localToken } from './token.ts'

/** Options that every subcommand takes. */
export interface CommonOptions {
  url?: string
  token?: string
  folder?: string
  city: string
  json?: boolean
}

/** One installation and the city in it that is spoken of. */
export interface Installation {
  readonly ask: Ask
  readonly city: string
  readonly language: Language
  readonly json: boolean
}

/** The installation that the options name: the one that runs on this machine unless told otherwise. */
export function installationOf(options: CommonOptions): Installation {
  if (!/^[1-9]\d{5}$/.test(options.city))
    throw new CommandRefused(`${options.city} is no city: its code has six digits, such as 500000.`)
  const folder = dataFolder(options.folder)
  const token = options.token ?? process.env.CHENGYUN_TOKEN
  if (options.url !== undefined && token === undefined && readAccess(folder)?.baseUrl !== options.url)
    throw new CommandRefused(
      '--url needs a token of yours from its issuer: --token, or CHENGYUN_TOKEN in the environment.',
    )
  const url = options.url ?? (existsSync(folder) ? readAccess(folder)?.baseUrl : undefined)
  if (url === undefined)
    throw new CommandRefused(
      `No instance has run on ${folder}. Start one with npm start, or name one with --url and --token.`,
    )
  const language = process.env.LANG?.startsWith('zh') ? 'zh' : 'en'
  let known = token === undefined ? undefined : Promise.resolve(token)
  const ask = createAsk({
    url,
    language,
    token: () => {
      known ??= localToken(folder, options.city)
      return known
    },
  })
  return { ask, city: options.city, language, json: options.json === true }
}
