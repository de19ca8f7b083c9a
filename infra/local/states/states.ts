import type { AwsCall, AwsService } from '../kernel/aws.ts'
import { jsonService } from '../kernel/aws.ts'
import type { Functions } from '../kernel/functions.ts'
import type { Part, PartDeps } from '../kernel/part.ts'
import { createCatalogue } from './api/catalogue.ts'
import { executionOperations } from './api/executions.ts'
import { createListExecutions } from './api/list-executions.ts'
import { machineQueries } from './api/machine-queries.ts'
import { machineOperations } from './api/machines.ts'
import { createExecutions } from './api/start.ts'
import { tokenOperations } from './api/tokens.ts'
import { createCall, type Integrations } from './engine/calls.ts'
import { createRunner } from './engine/runner.ts'
import { INERT, provisionStates, stateTypes } from './resources.ts'
import { createExecutionStore } from './store/executions.ts'
import { createMachineStore } from './store/machines.ts'

export interface StatesDeps extends PartDeps {
  functions: Functions
  /** What tasks may call besides Lambda; anything else is refused when a machine is loaded. */
  integrations?: Integrations
}

/** Step Functions, Standard workflows: see the service's operations in api/, the language in language/. */
export interface States extends Part {
  service: AwsService
  /** After provision: takes up every execution and timer that was under way. */
  resume(): void
  /** Takes no further step; what is under way is taken up by the next start. */
  stop(): Promise<void>
}

export function createStates(deps: StatesDeps): States {
  const { database, clock, activity, place, functions, integrations = {} } = deps
  const { sqlite } = database
  const machines = createMachineStore(sqlite)
  const store = createExecutionStore(sqlite)
  const names = Object.keys(integrations)
  const catalogue = createCatalogue(machines, names)
  const runner = createRunner({
    database,
    clock,
    activity,
    store,
    region: place.region,
    machineOf: (execution) => catalogue.machine(execution.definition),
    call: createCall({ clock, authorize: deps.authorize, place, functions, integrations }),
  })
  const executions = createExecutions({ database, clock, place, store, runner, catalogue })
  const list = createListExecutions(sqlite)
  const authorize = (call: AwsCall, action: string, resource: string) =>
    deps.authorize(call.principal, `states:${action}`, resource)

  const service = jsonService({
    name: 'states',
    version: '1.0',
    operations: {
      ...executionOperations({ authorize, store, runner, executions }),
      ...tokenOperations({ authorize, store, runner }),
      ...machineOperations({ database, clock, place, authorize, machines, catalogue }),
      ...machineQueries({
        authorize,
        machines,
        catalogue,
        integrations: names,
        listExecutions: (ref, arn, input) => list(ref, arn, input, executions.forgottenBefore()),
      }),
    },
  })

  return {
    service,
    services: [service],
    types: stateTypes(machines),
    inert: INERT,
    provision(resources) {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        provisionStates(resources, { machines, catalogue, clock })
        store.forgetEndedBefore(executions.forgottenBefore())
        sqlite.exec('COMMIT')
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      }
    },
    resume: runner.resume,
    stop: runner.stop,
  }
}
