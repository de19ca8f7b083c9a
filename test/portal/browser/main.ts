import { show } from '../../../infra/commands/processes.ts'
import { runCommand } from '../../../infra/commands/terminal.ts'

const CONFIG = 'test/portal/browser/vitest.config.ts'

/** `npm run test:portal`: the pages on the whole product in a real browser; parts of file names narrow it. */
await runCommand(async () => {
  const { code } = await show('vitest', ['run', '--config', CONFIG, ...process.argv.slice(2)])
  process.exitCode = code
})
