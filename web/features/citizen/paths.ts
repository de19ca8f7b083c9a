/** Addresses of the citizens' pages. */
export const citizenPaths = {
  home: (county: string) => `/r/${county}`,
  report: (county: string) => `/r/${county}/report`,
  follow: (county: string) => `/r/${county}/follow`,
  followed: (county: string, number: string, code: string) =>
    `/r/${county}/follow?${new URLSearchParams({ number, code })}`,
  done: (county: string, receipt: { number: string; code: string; by?: string | undefined }) =>
    `/r/${county}/done?${new URLSearchParams({
      number: receipt.number,
      code: receipt.code,
      ...(receipt.by && { by: receipt.by }),
    })}`,
  photos: (county: string) => `/r/${county}/photos`,
  photo: (county: string, { id, pass }: { id: string; pass: string }) =>
    `/r/${county}/photos/${id}?${new URLSearchParams({ pass })}`,
  privacy: (county: string) => `/r/${county}/privacy`,
}
