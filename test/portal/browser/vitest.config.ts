import { mergeConfig } from 'vitest/config'
import common from '../../vitest.config.ts'

/** Each file boots the whole product: one at a time, apart from the tests that run at every change. */
export default mergeConfig(
  { ...common, test: { ...common.test, include: [], exclude: [] } },
  { test: { include: ['test/portal/browser/**/*.test.ts'], maxWorkers: 1, testTimeout: 60_000 } },
)
