import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { constructId } from '../functions/construct-id.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { AlarmTopic } from '../monitoring/alarm-topic.ts'
import { RootsBehindAlarm } from '../monitoring/audit-alarms.ts'
import { DeliveriesWaitingAlarm } from '../monitoring/delivery-alarms.ts'
import { FiguresBehindAlarm } from '../monitoring/figures-alarms.ts'
import { FunctionAlarms } from '../monitoring/function-alarms.ts'
import { MessageAlarms } from '../monitoring/message-alarms.ts'
import { Overview } from '../monitoring/overview.ts'
import { ApiAlarm, TableAlarms } from '../monitoring/service-alarms.ts'
import {
  DeadLettersAlarm,
  LeavingAlarm,
  OnboardingAlarm,
  WorkflowAlarms,
} from '../monitoring/workflow-alarms.ts'
import type { ApiStack } from './api-stack.ts'
import type { AuditStack } from './audit-stack.ts'
import type { DataStack } from './data-stack.ts'
import type { FiguresStack } from './figures-stack.ts'
import type { ImportsStack } from './imports-stack.ts'
import type { LeavingStack } from './leaving-stack.ts'
import type { MessagesStack } from './messages-stack.ts'
import type { OnboardingStack } from './onboarding-stack.ts'
import type { WebhooksStack } from './webhooks-stack.ts'
import type { WorkflowStack } from './workflow-stack.ts'

export interface MonitoringStackProps extends StackProps {
  functions: readonly ProductFunction[]
  data: DataStack
  audit: AuditStack
  workflow: WorkflowStack
  onboarding: OnboardingStack
  messages: MessagesStack
  webhooks: WebhooksStack
  figures: FiguresStack
  leaving: LeavingStack
  imports: ImportsStack
  api: ApiStack
}

/** What wakes somebody, and the page to look at then. */
export class MonitoringStack extends Stack {
  constructor(scope: Construct, id: string, props: MonitoringStackProps) {
    super(scope, id, props)
    const {
      functions,
      data,
      audit,
      workflow,
      onboarding,
      leaving,
      imports,
      messages,
      webhooks,
      figures,
      api,
    } = props
    const { topic } = new AlarmTopic(this, 'Alarms')
    for (const one of functions) new FunctionAlarms(this, constructId(one.entry.name), one, topic)
    for (const [name, queue] of [workflow, audit, messages, webhooks, figures, imports].flatMap((each) => [
      ...each.deadLetters,
    ]))
      new DeadLettersAlarm(this, `${constructId(name)}DeadLetters`, { name, queue, topic })
    new RootsBehindAlarm(this, 'RootsBehind', audit.seenRows, topic)
    new FiguresBehindAlarm(this, 'FiguresBehind', figures.folded, topic)
    new WorkflowAlarms(this, 'CaseWorkflow', workflow.workflow.machine, topic)
    new OnboardingAlarm(this, 'OnboardingWorkflow', onboarding.workflow.machine, topic)
    new MessageAlarms(this, 'Messages', messages, topic)
    new DeliveriesWaitingAlarm(this, 'DeliveriesWaiting', webhooks.queue, topic)
    new LeavingAlarm(this, 'LeavingWorkflow', leaving.workflow.machine, topic)
    new ApiAlarm(this, 'ApiErrors', api.api.http, topic)
    new TableAlarms(this, 'TenantTable', { name: '案卷数据表', table: data.tenantTable, topic })
    new TableAlarms(this, 'PeopleTable', { name: '人员数据表', table: data.peopleTable, topic })
    new TableAlarms(this, 'PlatformTable', { name: '平台数据表', table: data.platformTable, topic })
    new Overview(this, 'Overview', { api: api.api.http, machine: workflow.workflow.machine, functions })
  }
}
