import type { ImportKind } from '#shared/imports/kinds'
import type { ImportObject } from '../../imports/ports.ts'

// Every key begins with its county, which is all that the county's own credentials reach.

const names: Record<ImportObject, string> = { source: 'source', plan: 'plan.ndjson', errors: 'errors.xlsx' }

export const importKey = (tenant: string, job: string, object: ImportObject) =>
  `${tenant}/imports/${job}/${names[object]}`

export const templateKey = (tenant: string, kind: ImportKind) => `${tenant}/templates/${kind}.xlsx`
