import { Duration } from 'aws-cdk-lib'
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/** What is asked for longer ago than this has been asked for again, or is given up. */
const MOST_AGE = Duration.hours(1)

/** A function that is invoked without being waited for: tried again, then put aside with the reason. */
export class InvokedLater extends EventInvokeConfig {
  constructor(scope: Construct, id: string, props: { target: IFunction; retries: number; aside: IQueue }) {
    super(scope, id, {
      function: props.target,
      retryAttempts: props.retries,
      maxEventAge: MOST_AGE,
      onFailure: new SqsDestination(props.aside),
    })
  }
}
