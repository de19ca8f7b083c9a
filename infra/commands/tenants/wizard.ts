import { autocomplete, cancel, confirm, intro, text } from '@clack/prompts'
import { type FirstAdministrator, firstAdministrator } from '#shared/tenants/contract'
import { divisionNames, liesUnder } from '#shared/tenants/divisions'
import { tenantName } from '#shared/tenants/tenant'

/** What `add` must know; whatever was given on the command line is not asked for. */
export interface Founding {
  tenant: string
  name: string
  administrator: FirstAdministrator
}

export type Given = Partial<Pick<Founding, 'tenant' | 'name'>> & { adminName?: string; adminPhone?: string }

/** Ended by the person at the terminal. */
export class Cancelled extends Error {}

async function answered(asked: Promise<string | symbol>): Promise<string> {
  const answer = await asked
  if (typeof answer === 'string') return answer
  cancel('Nothing was founded.')
  throw new Cancelled()
}

const judge =
  (schema: { safeParse(value: unknown): { success: boolean } }, sentence: string) =>
  (value: string | undefined) =>
    schema.safeParse(value).success ? undefined : sentence

/** Asks for what is missing, at a terminal. `taken`: codes of counties that are there. */
export async function askFounding(given: Given, city: string, taken: readonly string[]): Promise<Founding> {
  intro('开通区县 · Found a county')
  const tenant = given.tenant ?? (await askTenant(city, taken))
  const name = given.name ?? (await askName(divisionNames[tenant]))
  const adminName =
    given.adminName ??
    (await answered(
      text({
        message: '首位管理员姓名 · Name of the first administrator',
        validate: judge(firstAdministrator.shape.name, '1 to 30 characters'),
      }),
    ))
  const adminPhone =
    given.adminPhone ??
    (await answered(
      text({
        message: '手机 · Mobile number, where the invitation goes',
        validate: judge(firstAdministrator.shape.phone, 'a mainland number, such as 13900000001'),
      }),
    ))
  const sure = await confirm({ message: `${tenant} ${name}: 开通 · Found it?` })
  if (sure !== true) throw new Cancelled()
  return { tenant, name, administrator: { name: adminName, phone: adminPhone } }
}

const askTenant = (city: string, taken: readonly string[]) =>
  answered(
    autocomplete({
      message: '区县 · County (type its name or code)',
      maxItems: 10,
      options: Object.entries(divisionNames)
        .filter(([code]) => liesUnder(code, city) && !taken.includes(code))
        .map(([value, label]) => ({ value, label: `${value} ${label}` })),
    }),
  )

const askName = (known: string | undefined) =>
  answered(
    text({
      message: '名称 · Name',
      ...(known !== undefined && { initialValue: known }),
      validate: judge(tenantName, '2 to 30 characters'),
    }),
  )
