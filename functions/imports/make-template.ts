import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKind } from '#shared/imports/kinds'
import { sheets } from '#shared/imports/sheets'
import { writeTemplate } from './workbooks.ts'

/** Lays the template of a kind into the county's part of the bucket. */
export const makeTemplate =
  (keep: (kind: ImportKind, path: string) => Promise<void>) =>
  async (kind: ImportKind): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'template-'))
    try {
      const path = join(folder, 'template.xlsx')
      await writeTemplate(path, sheets[kind])
      await keep(kind, path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
