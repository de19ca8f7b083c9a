/** What the history of a case calls a client that reported it. */
export const clientPerson = (id: string) => `client-${id}`
