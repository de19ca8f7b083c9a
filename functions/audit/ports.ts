import type { AuditAct, Denial } from '#shared/audit/act'
import type { Root } from '#shared/audit/root'

/** Where acts are recorded that are no acts on a case. Bound to a county, a city or the installation when made. */
export interface AuditLog {
  /** Appends the act to its day's chain; when this returns it is there. */
  record(act: AuditAct): Promise<void>
  /** Counts a refused request or a failed sign-in under its minute, actor and door. */
  recordDenial(denial: Denial): Promise<void>
}

/** The roots of all scopes. What is added can neither be changed nor taken away. */
export interface RootStore {
  last(scope: string): Promise<Root | undefined>
  /** `taken`: the scope has a root of that sequence. */
  add(root: Root): Promise<'added' | 'taken'>
}
