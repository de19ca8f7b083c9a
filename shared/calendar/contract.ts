import * as z from 'zod'
import { calendarSchema, publishedYear } from '../deadlines/calendar.ts'
import { contract } from '../kernel/contract.ts'
import { cityCode, tenantCode } from '../kernel/ids.ts'
import { commissionPosts } from '../lifecycle/posts.ts'
import { calendarPublication, calendarVersion, ownCalendar, ownVersion } from './publication.ts'
import { markedDay } from './year.ts'

const city = { city: cityCode }
const keepers = ['standards-keeper'] as const
const sequence = z.int().min(0)
const timeOfDay = z.string().regex(/^\d\d:\d\d$/)

/** What the pages of a county say of its calendar, the banner included. */
export const readCalendar = contract({
  name: 'read-calendar',
  summary: { zh: '查看工作日历', en: 'Read the calendar of the county' },
  method: 'GET',
  path: '/api/t/{county}/calendar',
  audience: 'standards',
  access: 'county',
  params: z.strictObject({ county: tenantCode }),
  output: z.object({
    version: z.string(),
    /** Years whose public holidays it knows. */
    years: z.array(z.int()),
    /** Years that should be known by now: while there are any, deadlines count weekends only and a banner says so. */
    missingYears: z.array(z.int()),
    /** Hours worked today; none on a day off. */
    today: z.array(z.object({ from: timeOfDay, to: timeOfDay })),
    /** The county's own days and hours in force. */
    own: ownVersion.optional(),
    serverTime: z.iso.datetime(),
  }),
  status: 200,
  refusals: [],
})

export const readCalendarYear = contract({
  name: 'read-calendar-year',
  summary: { zh: '查看某一年的工作日历', en: 'Read a year of the calendar, day by day' },
  method: 'GET',
  path: '/api/t/{county}/calendar/years/{year}',
  audience: 'standards',
  access: 'county',
  params: z.strictObject({ county: tenantCode, year: z.string().regex(/^20[2-9]\d$/) }),
  output: z.object({
    year: z.int(),
    /** Whether its public holidays are known; weekends only while they are not. */
    known: z.boolean(),
    days: z.array(markedDay),
  }),
  status: 200,
  refusals: [],
})

export const keepOwnCalendar = contract({
  name: 'keep-own-calendar',
  summary: { zh: '设置本区县的放假日和作息', en: "Keep the county's own days off and hours" },
  method: 'POST',
  path: '/api/t/{county}/calendar/own',
  audience: 'standards',
  access: 'county',
  posts: ['administrator'],
  params: z.strictObject({ county: tenantCode }),
  /** `sequence` of those that were shown; 0 when there were none. */
  input: z.strictObject({ sequence, own: ownCalendar }),
  output: ownVersion,
  status: 200,
  refusals: ['record-changed'],
})

export const listCalendars = contract({
  name: 'list-calendars',
  summary: { zh: '本市日历版本', en: "List the city's calendars" },
  method: 'GET',
  path: '/api/city/{city}/calendars',
  audience: 'standards',
  access: 'city',
  posts: commissionPosts,
  params: z.strictObject(city),
  output: z.object({
    calendars: z.array(calendarPublication),
    /** The calendar that every installation has. */
    standard: calendarVersion,
  }),
  status: 200,
  refusals: [],
})

export const readCityCalendar = contract({
  name: 'read-city-calendar',
  summary: { zh: '查看日历版本', en: 'Read a calendar of the city' },
  method: 'GET',
  path: '/api/city/{city}/calendars/{version}',
  audience: 'standards',
  access: 'city',
  posts: commissionPosts,
  params: z.strictObject({ ...city, version: calendarVersion }),
  output: calendarSchema,
  status: 200,
  refusals: ['unknown-calendar'],
})

export const publishCalendar = contract({
  name: 'publish-calendar',
  summary: { zh: '发布日历', en: 'Publish a calendar' },
  method: 'POST',
  path: '/api/city/{city}/calendars',
  audience: 'standards',
  access: 'city',
  posts: keepers,
  params: z.strictObject(city),
  input: z.strictObject({ calendar: calendarSchema }),
  output: calendarPublication,
  status: 201,
  refusals: ['version-taken'],
})

/** The notice of a year, as two lists of dates: makes a new version beside the one it rests on. */
export const importYear = contract({
  name: 'import-year',
  summary: { zh: '导入年度放假安排', en: "Import a year's public holidays" },
  method: 'POST',
  path: '/api/city/{city}/calendars/{version}/years',
  audience: 'standards',
  access: 'city',
  posts: keepers,
  params: z.strictObject({ ...city, version: calendarVersion }),
  input: z.strictObject({
    /** Version to be published. */
    as: calendarVersion,
    year: z.int().min(2020).max(2100),
    holidays: publishedYear.shape.holidays.min(1),
    workdays: publishedYear.shape.workdays,
  }),
  output: calendarPublication,
  status: 201,
  refusals: ['unknown-calendar', 'version-taken'],
})

export const calendarContracts = [
  readCalendar,
  readCalendarYear,
  keepOwnCalendar,
  listCalendars,
  readCityCalendar,
  publishCalendar,
  importYear,
] as const
