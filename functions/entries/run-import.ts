import { destinationsOf } from '../imports/destinations.ts'
import { extentOf } from '../imports/extent.ts'
import { makeTemplate } from '../imports/make-template.ts'
import { runImport } from '../imports/run-import.ts'
import { tradeClock } from '../platform/clock.ts'
import { createImportBooks } from '../platform/dynamo/import-books.ts'
import { importWork } from '../platform/lambda/import-work.ts'
import { createImportObjects } from '../platform/s3/import-objects.ts'

const booksOf = createImportBooks()
const objectsOf = createImportObjects()

/** Reads what was uploaded, tells what it would do, and does it when asked. */
export const handler = importWork(async ({ tenant, ...work }) => {
  const objects = objectsOf(tenant)
  if ('template' in work) return makeTemplate(objects.keepTemplate)(work.template)
  const { store, ...books } = booksOf(tenant)
  return runImport({
    store,
    objectsOf: objects.objectsOf,
    destinationOf: destinationsOf({ tenant, ...books }),
    extent: () => extentOf(books.organisation),
    clock: tradeClock,
    elapsed: () => performance.now(),
  })(work.job)
})
