/** Ends of an open range: every date that Elasticsearch's default format can write. */
export const BEGINNING = 0;
export const END_OF_TIME = Date.UTC(9998, 0, 1);
