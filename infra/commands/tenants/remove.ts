import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { text } from '@clack/prompts'
import { moveTenant, readTenant } from '#shared/tenants/contract'
import { eraseTenant } from '#shared/tenants/leaving-contract'
import type { TenantView } from '#shared/tenants/tenant'
import { CommandRefused, print, printDone, step } from '../terminal.ts'
import type { Installation } from './installation.ts'
import { countsLine, takeOut } from './take-out.ts'
import { Cancelled } from './wizard.ts'

const LOOK_EVERY_MS = 300
const NUDGE_AFTER_MS = 120_000

/** Lets a county leave: closed, taken out, erased, and the proof of it kept beside what was taken out. */
export async function remove(
  installation: Installation,
  tenant: string,
  { to, yes }: { to?: string; yes?: boolean },
): Promise<TenantView> {
  const { ask, city, json } = installation
  const params = { city, tenant }
  const view = await ask(readTenant, { params })
  if (view.state === 'left') throw new CommandRefused(`${tenant} ${view.name} has left already.`)
  if (!yes) await confirm(view)
  if (view.erasure) return erased(installation, view, view.erasure)
  if (view.state !== 'leaving') {
    await ask(moveTenant, { params: { ...params, action: 'leave' }, input: { version: view.version } })
    if (!json) printDone(`${tenant} ${view.name} takes no more commands`)
  }
  const taken = await takeOut(installation, tenant, to)
  const left = await erased(installation, view, { export: taken.number, manifest: taken.manifest })
  writeFileSync(join(taken.folder, 'proof.json'), JSON.stringify(left.erasure, undefined, 2))
  if (!json) print(`  the proof lies in ${join(taken.folder, 'proof.json')}`)
  return left
}

async function erased(
  installation: Installation,
  { tenant, name }: TenantView,
  { export: number, manifest }: { export: number; manifest: string },
): Promise<TenantView> {
  const { ask, city, json } = installation
  const params = { city, tenant }
  const begin = () => ask(eraseTenant, { params, input: { export: number, manifest } })
  const work = async () => {
    await begin()
    for (let begunAt = performance.now(); ; ) {
      const view = await ask(readTenant, { params })
      if (view.state === 'left') return view
      if (performance.now() - begunAt > NUDGE_AFTER_MS) {
        await begin()
        begunAt = performance.now()
      }
      await pause(LOOK_EVERY_MS)
    }
  }
  if (json) return work()
  const view = await step(`${tenant} ${name} erased`, work)
  print(`  before: ${countsLine(view.erasure?.before ?? {})}`)
  print(
    `  after:  ${countsLine(view.erasure?.after ?? {})} (the audit: the law asks for it, nobody is named)`,
  )
  return view
}

/** Nothing brings an erased county back: whoever removes one types its code. */
async function confirm({ tenant, name }: TenantView): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new CommandRefused(`Removing ${tenant} ${name} cannot be undone. Say --yes if you mean it.`)
  const typed = await text({
    message: `清除 ${tenant} ${name} 的全部数据，不可恢复。请输入代码确认 · Erases everything of it for good. Type its code`,
  })
  if (typed !== tenant) throw new Cancelled()
}
