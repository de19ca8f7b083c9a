import { styleText } from 'node:util'
import Table from 'cli-table3'
import { type TenantState, tenantStateWording } from '#shared/tenants/standing'
import type { TenantLine, TenantView } from '#shared/tenants/tenant'
import { print } from '../terminal.ts'
import type { Installation } from './installation.ts'
import { printNotes, stepRows } from './onboarding.ts'

const tableOf = (head: string[], rows: string[][]) => {
  const table = new Table({ head, style: { head: [], border: [], compact: true } })
  table.push(...rows)
  return table.toString()
}

const colours = { trial: 'cyan', live: 'green', paused: 'yellow', leaving: 'yellow', left: 'dim' } as const

const stateText = (state: TenantState, language: Installation['language']) =>
  styleText(colours[state], tenantStateWording[state][language])

/** The machine's form on `--json`, and nothing else on the line. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, undefined, 2))

export function printTenants(
  { city, name, tenants }: { city: string; name: string; tenants: readonly TenantLine[] },
  { language, json }: Installation,
): void {
  if (json) {
    printJson({ city, name, tenants })
    return
  }
  if (tenants.length === 0) {
    print(`${name} ${city}: no county yet. Found one: npm run tenant -- add`)
    return
  }
  const rows = tenants.map((line) => [line.tenant, line.name, stateText(line.state, language)])
  print(`${name} ${city}`)
  print(tableOf(['代码', '区县', '状态'], rows))
}

export function printTenant(view: TenantView, { language, json }: Installation): void {
  if (json) {
    printJson(view)
    return
  }
  const { settings } = view.settingsNow
  const { state, attempt, stopped } = view.onboarding
  print(`${view.tenant} ${view.name}  ${stateText(view.state, language)}`)
  print(
    `  开通 onboarding  ${state}, attempt ${attempt}${stopped ? ` (${stopped.step}: ${stopped.error})` : ''}`,
  )
  print(
    `  设置 settings    version ${view.settings}: ${settings.placeName}, ${settings.catalogue}, ${settings.calendar}`,
  )
  print(`  可做 next        ${view.actions.join(', ') || '—'}`)
  print(tableOf(['步骤', '内容', '用时'], stepRows(view, language)))
  printNotes(view, language)
}
