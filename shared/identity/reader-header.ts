/** In this header the portal tells the API for whom it asks: an address that it saw itself, sealed so that nobody else can say it. */
export const READER_HEADER = 'x-chengyun-reader'
