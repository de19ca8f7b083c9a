/** Addresses of the pages for those who work outside. */
export const fieldPaths = {
  report: (county: string) => `/m/${county}`,
  tasks: (county: string) => `/m/${county}/tasks`,
  task: (county: string, id: string) => `/m/${county}/tasks/${id}`,
  map: (county: string) => `/m/${county}/map`,
  me: (county: string) => `/m/${county}/me`,
  outbox: (county: string) => `/m/${county}/outbox`,
  where: (county: string) => `/m/${county}/where`,
  manifest: (county: string) => `/m/${county}/manifest.webmanifest`,
}
