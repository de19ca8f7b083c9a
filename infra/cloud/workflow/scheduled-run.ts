import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

/** Runs a function every so many minutes. A run that fails is not repeated for long: the next one does its work. */
export class ScheduledRun extends Construct {
  constructor(scope: Construct, id: string, props: { target: IFunction; minutes: number; aside: IQueue }) {
    super(scope, id)
    const interval = Duration.minutes(props.minutes)
    new EventInvokeConfig(this, 'Failures', {
      function: props.target,
      retryAttempts: 1,
      maxEventAge: interval,
      onFailure: new SqsDestination(props.aside),
    })
    new Rule(this, 'Rule', {
      schedule: Schedule.rate(interval),
      targets: [
        new LambdaFunction(props.target, {
          deadLetterQueue: props.aside,
          retryAttempts: 2,
          maxEventAge: interval,
        }),
      ],
    })
  }
}
