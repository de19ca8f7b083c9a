import { AwsError } from '../kernel/aws.ts'

/** A request DynamoDB would call invalid; `message` is AWS's sentence. */
export const invalid = (message: string) => new AwsError('ValidationException', message)

/** A document of the wrong shape: AWS's deserializer refuses it before any rule is looked at. */
export const malformed = (message: string) => new AwsError('SerializationException', message)

export const notFound = (message = 'Requested resource not found') =>
  new AwsError('ResourceNotFoundException', message)
