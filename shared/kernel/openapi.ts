import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiParameters,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { type Contract, commonRefusals } from './contract.ts'
import { idempotencyKey } from './ids.ts'
import { problemSchema } from './problem.ts'
import { type RefusalCode, refusals } from './refusals.ts'

const problem = problemSchema.meta({ id: 'Problem' })

/** The OpenAPI document of a list of contracts; a pure function of them. Throws on a schema that cannot be told. */
export function openApiDocument(contracts: readonly Contract[]): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const contract of contracts) {
    const path = paths[contract.path] ?? {}
    path[contract.method.toLowerCase()] = operation(contract)
    paths[contract.path] = path
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: '城云 Chengyun',
      version: '1',
      description:
        '数字城管案卷接口。所有拒绝均为 application/problem+json，文字随 Accept-Language（zh 默认，en）。' +
        ' Cases of digital city management; every refusal is application/problem+json, worded by Accept-Language.',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
  return createDocument(document)
}

function operation(contract: Contract): ZodOpenApiOperationObject {
  const { name, summary, access, input, audience } = contract
  return {
    operationId: name,
    summary: `${summary.zh} · ${summary.en}`,
    tags: [audience],
    ...(access !== 'public' && { security: [{ token: [] }] }),
    requestParams: parameters(contract),
    ...(input && { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: { ...success(contract), ...refused(contract) },
  }
}

function parameters({ params, query, input }: Contract): ZodOpenApiParameters {
  return {
    path: params,
    ...(query && { query }),
    ...(input && { header: z.object({ 'Idempotency-Key': idempotencyKey }) }),
  }
}

function success({ status, output, summary }: Contract): ZodOpenApiResponsesObject {
  return {
    [`${status}`]: {
      description: summary.zh,
      ...(output && { content: { 'application/json': { schema: output } } }),
    },
  }
}

/** One response per status; its description lists the codes. */
function refused(contract: Contract): ZodOpenApiResponsesObject {
  const codes = [...new Set<RefusalCode>([...commonRefusals(contract), ...contract.refusals])]
  const byStatus = Map.groupBy(codes, (code) => refusals[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      `${status}`,
      {
        description: group.map((code) => `${code}: ${refusals[code].zh.title}`).join('; '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  )
}
