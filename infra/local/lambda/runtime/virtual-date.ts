/**
 * Puts the virtual clock under `Date` in this thread: `new Date()`, `Date()` and `Date.now()`.
 * Timers (`setTimeout` and its like) and `performance` stay real: a wait of a second takes a second, and code that
 * checks tokens reads `performance.timeOrigin + performance.now()`.
 */
export function installVirtualDate(offsetMs: () => number) {
  const RealDate = Date
  const realNow = RealDate.now.bind(RealDate)
  const now = () => Math.floor(realNow() + offsetMs())

  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === VirtualDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  RealDate.prototype.constructor = VirtualDate
  globalThis.Date = VirtualDate
}
