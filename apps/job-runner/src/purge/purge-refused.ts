/** Nothing is purged; the message says why and what to do. */
export class PurgeRefused extends Error {}
