import * as z from 'zod'
import { contract } from '../kernel/contract.ts'

export const readHealth = contract({
  name: 'read-health',
  summary: { zh: '运行状况', en: 'Health' },
  method: 'GET',
  path: '/api/health',
  audience: 'staff',
  access: 'public',
  params: z.strictObject({}),
  output: z.object({ status: z.literal('ok'), serverTime: z.iso.datetime() }),
  status: 200,
  refusals: [],
})
