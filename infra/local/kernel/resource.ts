/** One resource of the assembly, its properties resolved: no intrinsic is left in them. */
export interface Resource {
  stack: string
  logicalId: string
  type: string
  properties: Record<string, unknown>
  metadata: Record<string, unknown>
  /** What `Ref` gives. */
  ref: string
  /** What `Fn::GetAtt` gives; `Arn` where the type has one. */
  attributes: Record<string, string>
  dependsOn: string[]
}

/** Where the stack believes it runs. */
export interface Place {
  partition: string
  region: string
  account: string
  /** The one endpoint of the local cloud, for values that carry an address (a queue's URL), e.g. `http://127.0.0.1:4566`. */
  endpoint?: string
}

/** What a part tells the assembly reader about a resource type it runs: its identity, before anything is created. */
export interface ResourceType {
  type: string
  identify(
    resource: Pick<Resource, 'stack' | 'logicalId' | 'properties'>,
    place: Place,
  ): {
    ref: string
    attributes: Record<string, string>
  }
}
