import { show } from './processes.ts'
import { print, runCommand } from './terminal.ts'

/** What the local cloud is compared with: recordings of AWS, an independent DynamoDB, a sequential model. */
const comparisons = ['test/local/conformance/asl.ts', 'test/local/conformance-dynamodb.ts']

await runCommand(async () => {
  for (const file of comparisons) {
    print(`\n── ${file}`)
    const { code } = await show('node', [file, ...process.argv.slice(2)])
    if (code !== 0) process.exitCode = 1
  }
})
