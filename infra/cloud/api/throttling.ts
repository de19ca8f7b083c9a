import type { CfnRoute, CfnStage, IHttpRoute } from 'aws-cdk-lib/aws-apigatewayv2'

/** Requests per second, and how many may come at once. */
interface Throttle {
  rate: number
  burst: number
}

/** Reading, pages and everything unnamed: 40 counties' staff refreshing their lists at the start of a morning. */
export const DEFAULT_THROTTLE: Throttle = { rate: 500, burst: 1000 }

/** Writing: the whole country reports 18.5 cases a second at its peak, and each takes a handful of actions. */
export const WRITE_THROTTLE: Throttle = { rate: 100, burst: 200 }

/** Sets the limit of each route that writes. The stage may name a route only once it exists, hence the dependency. */
export function throttleWrites(
  stage: CfnStage,
  routes: readonly { key: string; method: string; route: IHttpRoute }[],
) {
  const writing = routes.filter(({ method }) => method !== 'GET')
  stage.routeSettings = Object.fromEntries(
    writing.map(({ key }) => [
      key,
      { ThrottlingRateLimit: WRITE_THROTTLE.rate, ThrottlingBurstLimit: WRITE_THROTTLE.burst },
    ]),
  )
  for (const { route } of writing) stage.addResourceDependency(route.node.defaultChild as CfnRoute)
}
