import { runDifferential } from './dynamodb/differential/run.ts'
import { runTransactions } from './dynamodb/transactions/run.ts'

// node test/local/conformance-dynamodb.ts [requests] [transactions] [seed]
const [requests = '20000', transactions = '5000', seed] = process.argv.slice(2)
const print = (line: string) => process.stdout.write(`${line}\n`)

async function timed<T>(run: (seed?: number) => Promise<T>) {
  const start = performance.now()
  const result = await run(seed === undefined ? undefined : Number(seed))
  return { result, seconds: ((performance.now() - start) / 1000).toFixed(1) }
}

async function differential() {
  const { result, seconds } = await timed((from) => runDifferential(Number(requests), from))
  print(
    `single items, dynalite and ours: ${result.requests} requests in ${seconds} s (seed ${result.seed}), ` +
      `${result.refused} with a refusal, ${result.differences.length} differences`,
  )
  print(
    Object.entries(result.byOperation)
      .map(([name, count]) => `  ${name} ${count}`)
      .join('\n'),
  )
  for (const { request, ours, dynalite } of result.differences)
    print(
      `${JSON.stringify(request)}\n  ours     ${JSON.stringify(ours)}\n  dynalite ${JSON.stringify(dynalite)}`,
    )
  return result.requests === Number(requests) && result.differences.length === 0
}

async function sequential() {
  const { result, seconds } = await timed((from) => runTransactions(Number(transactions), from))
  print(
    `transactions and streams, a model and ours: ${result.transactions} transactions in ${seconds} s (seed ${result.seed}), ` +
      `${result.cancelled} cancelled, ${result.records} stream records, ${result.restarts} restarts, ` +
      `${result.problems.length} differences`,
  )
  for (const problem of result.problems) print(`  ${problem}`)
  return result.problems.length === 0
}

const results = [await differential(), await sequential()]
if (results.includes(false)) process.exitCode = 1
