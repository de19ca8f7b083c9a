import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { CfnSubscription, type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

/** Where all alarms go. An e-mail address may be given as parameter; other receivers subscribe to the topic. */
export class AlarmTopic extends Construct {
  readonly topic: ITopic

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const key = new Key(this, 'Key', { description: 'Alarms', enableKeyRotation: true })
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'))
    this.topic = new Topic(this, 'Topic', { displayName: '城云告警', masterKey: key, enforceSSL: true })
    this.mail()
  }

  private mail() {
    const address = new CfnParameter(this, 'AlarmEmail', {
      description: 'Who is told of alarms by e-mail; empty: nobody',
      default: '',
    })
    address.overrideLogicalId('AlarmEmail')
    const given = new CfnCondition(this, 'Given', {
      expression: Fn.conditionNot(Fn.conditionEquals(address.valueAsString, '')),
    })
    const subscription = new CfnSubscription(this, 'Mail', {
      topicArn: this.topic.topicArn,
      protocol: 'email',
      endpoint: address.valueAsString,
    })
    subscription.cfnOptions.condition = given
  }
}
