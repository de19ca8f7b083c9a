import type { Language } from '#shared/kernel/language'
import { approvals as approvalsEn } from './en/approvals.ts'
import { audit as auditEn } from './en/audit.ts'
import { bulletins as bulletinsEn } from './en/bulletins.ts'
import { calendar as calendarEn } from './en/calendar.ts'
import { cases as casesEn } from './en/cases.ts'
import { citizen as citizenEn } from './en/citizen.ts'
import { collector as collectorEn } from './en/collector.ts'
import { commission as commissionEn } from './en/commission.ts'
import { demonstration as demonstrationEn } from './en/demonstration.ts'
import { desk as deskEn } from './en/desk.ts'
import { docs as docsEn } from './en/docs.ts'
import { exchange as exchangeEn } from './en/exchange.ts'
import { frame as frameEn } from './en/frame.ts'
import { handling as handlingEn } from './en/handling.ts'
import { intake as intakeEn } from './en/intake.ts'
import { map as mapEn } from './en/map.ts'
import { phrases as phrasesEn } from './en/phrases.ts'
import { print as printEn } from './en/print.ts'
import { queues as queuesEn } from './en/queues.ts'
import { settings as settingsEn } from './en/settings.ts'
import { statistics as statisticsEn } from './en/statistics.ts'
import { supervision as supervisionEn } from './en/supervision.ts'
import { approvals } from './zh-CN/approvals.ts'
import { audit } from './zh-CN/audit.ts'
import { bulletins } from './zh-CN/bulletins.ts'
import { calendar } from './zh-CN/calendar.ts'
import { cases } from './zh-CN/cases.ts'
import { citizen } from './zh-CN/citizen.ts'
import { collector } from './zh-CN/collector.ts'
import { commission } from './zh-CN/commission.ts'
import { demonstration } from './zh-CN/demonstration.ts'
import { desk } from './zh-CN/desk.ts'
import { docs } from './zh-CN/docs.ts'
import { exchange } from './zh-CN/exchange.ts'
import { frame } from './zh-CN/frame.ts'
import { handling } from './zh-CN/handling.ts'
import { intake } from './zh-CN/intake.ts'
import { map } from './zh-CN/map.ts'
import { phrases } from './zh-CN/phrases.ts'
import { print } from './zh-CN/print.ts'
import { queues } from './zh-CN/queues.ts'
import { settings } from './zh-CN/settings.ts'
import { statistics } from './zh-CN/statistics.ts'
import { supervision } from './zh-CN/supervision.ts'

const chinese = {
  approvals,
  audit,
  bulletins,
  calendar,
  cases,
  citizen,
  collector,
  commission,
  demonstration,
  desk,
  docs,
  exchange,
  frame,
  handling,
  intake,
  print,
  map,
  phrases,
  queues,
  settings,
  statistics,
  supervision,
}

/** The Chinese wording is the measure: a sentence missing in another language does not compile. */
export type Text = typeof chinese

const english: Text = {
  approvals: approvalsEn,
  audit: auditEn,
  bulletins: bulletinsEn,
  calendar: calendarEn,
  cases: casesEn,
  citizen: citizenEn,
  collector: collectorEn,
  commission: commissionEn,
  demonstration: demonstrationEn,
  desk: deskEn,
  docs: docsEn,
  exchange: exchangeEn,
  frame: frameEn,
  handling: handlingEn,
  intake: intakeEn,
  print: printEn,
  map: mapEn,
  phrases: phrasesEn,
  queues: queuesEn,
  settings: settingsEn,
  statistics: statisticsEn,
  supervision: supervisionEn,
}

export const texts: Record<Language, Text> = { zh: chinese, en: english }

/** What HTML and HTTP call the languages. */
export const languageTag: Record<Language, string> = { zh: 'zh-CN', en: 'en' }
