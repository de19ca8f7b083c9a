import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Command } from '../../kernel/command.ts'
import { expectAbsent } from './expectations.ts'
import { type KeptVersion, keptVersions, readKept } from './kept-reads.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open } from './stores.ts'

/** The store of a family, each reached with its county's own credentials. */
export const keptStore =
  <V extends KeptVersion>(family: string, parse: (version: object) => V) =>
  (tenant: string, open: Open) => {
    const ledger = scopeLedger(tenant, open)
    return {
      earlier: ledger.earlier,
      inForce: () => askScope(tenant, open)(readKept(family, parse)),
      async keep({ version, at, person, ...content }: V, command: Command) {
        const put = keptVersions((await open()).tenant, family)
          .build(PutTransaction)
          .item({ tenant, version, at, person, content })
        return ledger.commit(command, [put.options({ condition: expectAbsent('at') })])
      },
    }
  }
