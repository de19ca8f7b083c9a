'use server'
import { areaClasses } from '#shared/organisation/areas'
import { keepArea, keepBeat, keepGrid } from '#shared/organisation/contract'
import type { DutyTable } from '#shared/organisation/duty'
import { keepDuty, keepUnit } from '#shared/organisation/people-contract'
import { unitKinds } from '#shared/organisation/units'
import { settingsPaths } from '../../lib/paths.ts'
import type { Submission } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed, ticked } from '../forms/carry-out.ts'

export async function changeArea(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(keepArea, form, ({ county = '', code = '', version, ...typed }) => ({
    params: { county, area: code },
    body: {
      version: Number(version ?? 0),
      name: typed.name ?? '',
      class: areaClasses.find((one) => one === typed.class) ?? 'built-up',
      retired: 'retired.yes' in typed,
    },
    to: afterDone(settingsPaths.areas(county), 'kept'),
  }))
}

export async function changeGrid(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(keepGrid, form, ({ county = '', area = '', grid = '', version, name, ...typed }) => ({
    params: { county, grid },
    body: {
      version: Number(version),
      ...(name && { name }),
      class: areaClasses.find((one) => one === typed.class) ?? 'built-up',
      retired: 'retired.yes' in typed,
    },
    to: afterDone(settingsPaths.grids(county, area), 'kept'),
  }))
}

export async function changeBeat(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(keepBeat, form, ({ county = '', id = '', version, name = '', collector, ...typed }) => ({
    params: { county, beat: id },
    body: {
      version: Number(version),
      beat: {
        name,
        ...(collector && { collector }),
        grids: listed(typed.grids),
        retired: 'retired.yes' in typed,
      },
    },
    to: afterDone(settingsPaths.beats(county), 'kept'),
  }))
}

const listed = (words: string | undefined) => (words ?? '').split(/[\s,，、]+/).filter(Boolean)

export async function changeUnit(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(keepUnit, form, ({ county = '', id = '', version, ...typed }) => ({
    params: { county, unit: id },
    body: {
      version: Number(version ?? 0),
      unit: {
        name: typed.name ?? '',
        kind: unitKinds.find((one) => one === typed.kind) ?? 'department',
        ...(typed.area && { area: typed.area }),
        classes: listed(typed.classes),
        ...(typed.lead && { lead: typed.lead }),
        duty: ticked(typed, 'duty'),
        actedFor: 'more.actedFor' in typed,
        retired: 'more.retired' in typed,
        ...contactOf(typed),
      },
    },
    to: afterDone(settingsPaths.units(county), 'kept'),
  }))
}

/** Left alone where neither was filled in. */
function contactOf({ contactName, contactPhone }: Typed) {
  if (!contactName && !contactPhone) return {}
  return { contact: { name: contactName ?? '', phone: (contactPhone ?? '').replace(/\s/g, '') } }
}

export async function changeDuty(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(keepDuty, form, ({ county = '', version, table = '' }) => ({
    params: { county },
    body: { version: Number(version), table: dutyOf(table) },
    to: afterDone(settingsPaths.units(county), 'duty'),
  }))
}

/** A line is a day, from when to when, a number, and somebody's id where one was named. */
function dutyOf(words: string): DutyTable[number][] {
  return words
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([day]) => day)
    .map(([day = '', from = '', until = '', phone = '', person]) => ({
      day: day as DutyTable[number]['day'],
      from,
      until,
      phone,
      ...(person && { person }),
    }))
}
