import { parseArgs } from 'node:util'
import { contracts } from '#shared/contracts'
import { openApiDocument } from '#shared/kernel/openapi'
import { CommandRefused, print, printDone, runCommand } from './terminal.ts'

await runCommand(() => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } })
  // throws with the name of the schema when a contract cannot be told in OpenAPI
  const document = openApiDocument(contracts)
  if (!values.check) return print(JSON.stringify(document, null, 2))
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.keys(path))
  if (operations.length !== contracts.length)
    throw new CommandRefused(
      `${contracts.length} contracts make ${operations.length} operations: two of them share method and path.`,
    )
  printDone(`OpenAPI ${document.openapi}: ${operations.length} operations of ${contracts.length} contracts`)
})
