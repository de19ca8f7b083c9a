import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Contract } from '#shared/kernel/contract'
import type { EntryWith } from '../functions/entries.ts'

/** One route of the API. */
export interface ApiRoute {
  method: HttpMethod
  /** As API Gateway writes routes: `/api/t/{county}/cases/{case}`. */
  path: string
  target: IFunction
}

/** A contract whose audience the function serves is a route to it, and so is each of its fallbacks, with any method. */
export function routesTo(
  target: IFunction,
  { trigger }: EntryWith<'http'>,
  contracts: readonly Contract[],
): ApiRoute[] {
  return [
    ...contracts
      .filter(({ audience }) => audience === trigger.audience)
      .map(({ method, path }) => ({ method: HttpMethod[method], path, target })),
    ...trigger.fallback.map((path) => ({ method: HttpMethod.ANY, path, target })),
  ]
}

/** A route as the id of a construct, in which a slash may not stand: `GETDemonstrationFaces`. */
export const routeId = (method: string, path: string) =>
  method + path.replace(/[^a-z]+([a-z])?/gi, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')
