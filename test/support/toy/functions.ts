/**
 * The one function of the toy assembly, told apart by its event: records of the world table's stream, a task token to
 * keep, or an execution to note. Each leaves a count in the effects table, so that a repeated delivery can be seen.
 */
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'

interface StreamEvent {
  Records: { eventName: string; dynamodb: { NewImage?: Record<string, { S?: string; N?: string }> } }[]
}
interface StepEvent {
  execution: string
  token?: string
}

const client = new DynamoDBClient({})
const TABLE = process.env.EFFECT_TABLE

export async function handler(event: StreamEvent | StepEvent): Promise<void> {
  if ('Records' in event) for (const record of event.Records) await tell(record)
  else if (event.token) await keep(event.execution, event.token)
  else await count(`NOTE#${event.execution}`)
}

async function tell(record: StreamEvent['Records'][number]) {
  const row = record.dynamodb.NewImage
  if (!row) return
  const id = row.id?.S ?? ''
  if (row.sk?.S === 'ITEM') await count(`ITEM#${id}#${row.value?.N}`)
  else if (row.sk?.S?.startsWith('HISTORY#')) await count(`HISTORY#${id}#${row.version?.N}`)
}

async function count(effect: string) {
  await client.send(
    new UpdateItemCommand({
      TableName: TABLE,
      Key: { effect: { S: effect } },
      UpdateExpression: 'ADD deliveries :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  )
}

async function keep(execution: string, token: string) {
  await client.send(
    new UpdateItemCommand({
      TableName: TABLE,
      Key: { effect: { S: `TOKEN#${execution}` } },
      UpdateExpression: 'SET #token = :token',
      ExpressionAttributeNames: { '#token': 'token' },
      ExpressionAttributeValues: { ':token': { S: token } },
    }),
  )
}
