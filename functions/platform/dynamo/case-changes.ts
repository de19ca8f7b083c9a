import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format'
import type { CaseRecord } from '#shared/cases/record'
import { caseEntity } from './entities.ts'
import { caseRecord } from './records.ts'
import { tenantTable } from './tables.ts'

const formatter = caseEntity(tenantTable('stream')).build(EntityFormatter)

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage']

const recordOf = (image: NonNullable<Image>): CaseRecord =>
  caseRecord(formatter.format(unmarshall(image as Record<string, AttributeValue>)))

/** The change of a case that a stream record tells of; undefined for anything else. Throws when it cannot be read. */
export function caseChange({ dynamodb, eventName }: DynamoDBRecord) {
  if (eventName === 'REMOVE' || dynamodb?.Keys?.sk?.S !== 'CASE' || !dynamodb.NewImage) return undefined
  return {
    ...(dynamodb.OldImage && { before: recordOf(dynamodb.OldImage) }),
    after: recordOf(dynamodb.NewImage),
  }
}
