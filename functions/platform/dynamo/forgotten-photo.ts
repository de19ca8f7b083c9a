import type { DynamoDBRecord } from 'aws-lambda'

/** Who deletes what has expired. */
const TIME_TO_LIVE = 'dynamodb.amazonaws.com'

/** The photo that a stream record tells was forgotten, used by no case; undefined for anything else. */
export function forgottenPhoto({ dynamodb, eventName, userIdentity }: DynamoDBRecord) {
  const { pk, sk } = dynamodb?.Keys ?? {}
  const isPhoto = dynamodb?.OldImage?._et?.S === 'Photo'
  // what goes by hand, as with a county that leaves, goes with its files
  if (eventName !== 'REMOVE' || !isPhoto || userIdentity?.principalId !== TIME_TO_LIVE) return undefined
  return pk?.S && sk?.S ? { tenant: pk.S.slice(0, 6), id: sk.S } : undefined
}
