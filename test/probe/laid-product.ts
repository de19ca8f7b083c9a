import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionEntries } from '../../functions/manifest.ts'
import { bundleFunctions } from '../../infra/cloud/bundle.ts'
import { assembleProduct } from '../support/assemble-product.ts'
import { bootLocalCloud, type TestCloud } from '../support/local-cloud.ts'
import type { TestIssuer } from '../support/test-issuer.ts'
import { alteredSource, type Change } from './altered.ts'
import { createIssuers, MORNING } from './cloud.ts'
import { type Ask, createCaller, type Told } from './http.ts'
import { type County, seedCounty } from './world.ts'

/** What is asked: two counties, who is believed, and who only says so. */
export interface World {
  readonly counties: readonly [County, County]
  readonly trusted: TestIssuer
  readonly stranger: TestIssuer
  ask(ask: Ask): Promise<Told>
}

interface Opening {
  /** Mistakes in the source, bundled anew for the doors of these audiences; the others stay as they are. */
  readonly changes?: readonly Change[]
  readonly audiences?: readonly string[]
  /** Changes the assembly before it boots. */
  readonly amend?: (assembly: string) => void
  /** Sandboxes per function at most. */
  readonly poolSize?: number
}

export interface LaidProduct {
  /** Runs it, as it was left or altered, on a copy of its data: what one run does to it is not there in the next. */
  during<T>(opening: Opening, run: (world: World) => Promise<T>): Promise<T>
  forget(): void
}

const CITY = '500000'
/** 云阳 and 奉节, neighbours in the code table too. */
const CODES = ['500235', '500236'] as const

/** Assembles the product and fills two counties by their own doors, once; what is asked of it then begins within a second. */
export async function layProduct(): Promise<LaidProduct> {
  const build = mkdtempSync(join(tmpdir(), 'probe-'))
  const forget = () => rmSync(build, { recursive: true, force: true })
  const laid = join(build, 'laid')
  try {
    // bundles stay where they are, so that others can lie in their place
    const assembly = await assembleProduct(build, { staged: false })
    const { trusted, stranger, parameters } = await createIssuers()

    let line: ReturnType<typeof createCaller> | undefined
    const ask = (asked: Ask) => line!.ask(asked)
    async function reached<T>(cloud: TestCloud, call: () => Promise<T>): Promise<T> {
      line = createCaller(cloud.baseUrl)
      try {
        return await call()
      } finally {
        line.close()
        await cloud.stop()
      }
    }
    const first = await bootLocalCloud({ assembly, folder: laid, parameters, clockStart: MORNING })
    const counties = await reached(first, async () => {
      const seeded = await Promise.all(CODES.map((code) => seedCounty(ask, trusted, { code, city: CITY })))
      await first.activity.idle()
      return seeded as [County, County]
    })
    const world: World = { counties, trusted, stranger, ask }

    return {
      forget,
      async during({ changes = [], audiences = [], amend, poolSize }, run) {
        const folder = mkdtempSync(join(build, 'opened-'))
        const [data, amended] = [join(folder, 'data'), join(folder, 'assembly')]
        const restore = changes.length > 0 ? await putAltered(build, changes, audiences) : () => {}
        try {
          cpSync(laid, data, { recursive: true })
          cpSync(assembly, amended, { recursive: true })
          amend?.(amended)
          const cloud = await bootLocalCloud({
            assembly: amended,
            folder: data,
            parameters,
            ...(poolSize && { poolSize }),
          })
          return await reached(cloud, () => run(world))
        } finally {
          restore()
          rmSync(folder, { recursive: true, force: true })
        }
      },
    }
  } catch (error) {
    forget()
    throw error
  }
}

/** Puts bundles of the altered source in the place of those that serve the audiences; what comes back undoes it. */
async function putAltered(build: string, changes: readonly Change[], audiences: readonly string[]) {
  const { root, forget } = alteredSource(changes)
  const kept = mkdtempSync(join(build, 'kept-'))
  const altered = mkdtempSync(join(build, 'altered-'))
  try {
    const sources = functionEntries.filter(
      ({ trigger, stack }) =>
        stack === 'product' && trigger.kind === 'http' && audiences.includes(trigger.audience),
    )
    await bundleFunctions(root, sources, altered)
    const swap = (from: string, name: string) =>
      cpSync(join(from, name), join(build, 'functions', name), { recursive: true })
    for (const { name } of sources) {
      cpSync(join(build, 'functions', name), join(kept, name), { recursive: true })
      swap(altered, name)
    }
    return () => {
      for (const { name } of sources) swap(kept, name)
    }
  } finally {
    forget()
  }
}
