/** `stage-overdue` → `StageOverdue`: a function's name as the id of its constructs. */
export const constructId = (name: string) =>
  name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
