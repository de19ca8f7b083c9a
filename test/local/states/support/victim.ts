import { openCloud, testFunctions } from './cloud.ts'

// A local cloud that starts executions until it is killed, telling on its standard output what it has acknowledged.
const folder = process.argv[2]!
const handlers = { echo: (event: unknown) => event }
const cloud = openCloud({ folder, functions: testFunctions(handlers) })
const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'echo', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
}
const machine = await cloud.machine({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: {
    First: { ...task, Next: 'Second' },
    Second: { Type: 'Pass', Assign: { seen: '{% $states.input.number %}' }, Next: 'Third' },
    Third: { ...task, Next: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 3600, Next: 'Last' },
    Last: { Type: 'Pass', Output: '{% $seen %}', End: true },
  },
})

async function startOneAfterTheOther(worker: number) {
  for (let count = 0; ; count++) {
    const number = worker * 1_000_000 + count
    await cloud.start(machine, { number }, `run-${number}`)
    process.stdout.write(`${number}\n`)
  }
}
await Promise.all([0, 1, 2, 3].map(startOneAfterTheOther))
