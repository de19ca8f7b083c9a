import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { addFunction, type Ground, type Offer } from '../functions/add-function.ts'
import type { EntryWith } from '../functions/entries.ts'
import { integrations } from './product-api.ts'
import { routeId } from './routes.ts'

/** A function behind a path of its own: whatever the method, all below it is for the function to judge. */
export function addProxiedFunction(
  scope: Construct,
  ground: Ground & { http: HttpApi },
  entry: EntryWith<'proxy-route'>,
  offer: Offer,
) {
  const added = addFunction(scope, ground, entry, offer)
  new HttpRoute(scope, routeId(HttpMethod.ANY, entry.trigger.path), {
    httpApi: ground.http,
    routeKey: HttpRouteKey.with(entry.trigger.path, HttpMethod.ANY),
    integration: integrations()(added.handler),
  })
  return added
}
