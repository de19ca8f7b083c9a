import { tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** Messages to people. */
export const messageFunctions: readonly FunctionEntry[] = [
  {
    name: 'send-message',
    file: 'functions/entries/send-message.ts',
    purpose:
      'Sends messages through the gateway of the installation, each once, and keeps what became of them.',
    trigger: { kind: 'queue', batchSize: 5, batchingWindowSeconds: 0, batchesAtOnce: 5, maxReceives: 5 },
    grants: [
      'assume-tenant',
      'read-registry',
      'queue-messages',
      'publish-short-messages',
      'read-gateway-secret',
    ],
    environment: [
      ...tenantData,
      'PLATFORM_TABLE',
      'API_ORIGIN',
      'MESSAGE_QUEUE_URL',
      'MESSAGE_GATEWAY',
      'MESSAGE_GATEWAY_SECRET',
    ],
    timeoutSeconds: 30,
    memoryMb: 256,
    alarm: { runbook: 'send-message', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'resume-messages',
    file: 'functions/entries/resume-messages.ts',
    purpose:
      'Finds messages and webhooks whose time has come: after quiet hours, for another try, or lost on the way.',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    grants: ['read-outgoing', 'queue-messages', 'queue-deliveries'],
    environment: ['TENANT_TABLE', 'MESSAGE_QUEUE_URL', 'DELIVERY_QUEUE_URL', 'LOG_LEVEL'],
    timeoutSeconds: 50,
    memoryMb: 256,
    alarm: { runbook: 'resume-messages', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
]
