import { Stack, type StackProps } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import {
  putAside,
  queueDeliveries,
  queueMessages,
  readStream,
  tellFolded,
  tellSeenRows,
} from '../access/permissions.ts'
import { addFunction, type Ground, type Offer } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { type EntryWith, entriesOf, presentEntries } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { CaseWorkflow } from '../workflow/case-workflow.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { ScheduledRun } from '../workflow/scheduled-run.ts'
import { StreamConsumer } from '../workflow/stream-consumer.ts'
import { isWorkflowGrant, WorkflowPermissions } from '../workflow/workflow-permissions.ts'
import type { AuditStack } from './audit-stack.ts'
import type { FiguresStack } from './figures-stack.ts'
import type { FunctionsStack } from './functions-stack.ts'
import type { MessagesStack } from './messages-stack.ts'
import type { WebhooksStack } from './webhooks-stack.ts'

interface Neighbours {
  functions: FunctionsStack
  audit: AuditStack
  messages: MessagesStack
  webhooks: WebhooksStack
  figures: FiguresStack
}

/** The case workflow, and the functions that follow what was committed or look after it by the clock. */
export class WorkflowStack extends Stack {
  readonly workflow: CaseWorkflow
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground & Neighbours) {
    super(scope, id, props)
    this.workflow = new CaseWorkflow(this, 'CaseWorkflow', {
      settings: props.settings,
      steps: stepsOf(props.functions),
    })
    this.permit(props)
    this.functions = [
      ...entriesOf('product', 'stream').map((entry) => this.streamFunction(entry, props)),
      ...entriesOf('product', 'schedule').map((entry) => this.scheduledFunction(entry, props)),
    ]
  }

  private permit({ settings, access }: Ground) {
    for (const { name, grants } of presentEntries(settings).filter((entry) =>
      entry.grants.some(isWorkflowGrant),
    ))
      new WorkflowPermissions(this, `${constructId(name)}Permissions`, {
        name,
        grants,
        role: access.roleOf(name),
        workflow: this.workflow,
      })
  }

  private streamFunction(entry: EntryWith<'stream'>, ground: Ground & Neighbours) {
    const { streamArn } =
      entry.trigger.table === 'tenant' ? ground.data.tenantTable : ground.data.platformTable
    const aside = this.aside(entry)
    const added = addFunction(this, ground, entry, {
      ...this.offer(ground),
      statements: [...readStream(streamArn), putAside(aside)],
    })
    new StreamConsumer(added, 'Stream', { target: added.handler, streamArn, trigger: entry.trigger, aside })
    return added
  }

  private scheduledFunction(entry: EntryWith<'schedule'>, ground: Ground & Neighbours) {
    const aside = this.aside(entry)
    const added = addFunction(this, ground, entry, {
      ...this.offer(ground),
      statements: [putAside(aside)],
    })
    new ScheduledRun(added, 'Schedule', { target: added.handler, minutes: entry.trigger.everyMinutes, aside })
    return added
  }

  private offer({ audit, messages, webhooks, figures }: Neighbours): Offer {
    return {
      values: {
        CASE_WORKFLOW_ARN: this.workflow.aliasArn,
        SEEN_ROWS_QUEUE_URL: audit.seenRows.queueUrl,
        MESSAGE_QUEUE_URL: messages.queue.queueUrl,
        DELIVERY_QUEUE_URL: webhooks.queue.queueUrl,
        FOLDED_DAYS_QUEUE_URL: figures.folded.queueUrl,
      },
      grants: {
        'tell-seen-rows': tellSeenRows(audit.seenRows),
        'queue-messages': queueMessages(messages.queue),
        'queue-deliveries': queueDeliveries(webhooks.queue),
        'tell-folded': tellFolded(figures.folded),
      },
    }
  }

  private aside({ name }: FunctionEntry): DeadLetters {
    const queue = new DeadLetters(this, `${constructId(name)}DeadLetters`)
    this.deadLetters.set(name, queue)
    return queue
  }
}

/** The function behind each name that the workflow's document leaves open. */
const stepsOf = (functions: FunctionsStack): Record<string, IFunction> =>
  Object.fromEntries(
    entriesOf('product', 'workflow-step').map(({ name, trigger }) => [
      trigger.substitution,
      functions.named(name).handler,
    ]),
  )
