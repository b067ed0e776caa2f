import type { ConnectionSource } from './connection.ts';

/**
 * How much work may wait for a connection. A command takes a few milliseconds of a connection, so whoever is behind so
 * many others would wait for a second or more, with memory and a socket held; whoever comes then is told to come again.
 */
const mostWaiting = 200;

/** More work waits for the database than it can soon do. Nothing was done. */
class DatabaseBusy extends Error {
  readonly code = 'too-busy';

  constructor() {
    super(`${mostWaiting} pieces of work wait for the database already`);
    this.name = 'DatabaseBusy';
  }
}

/**
 * A source before which only so many wait: beyond, work is refused at once instead of piling up until all of it is late.
 *
 * @throws DatabaseBusy from `acquire`
 */
export function boundedQueue(source: ConnectionSource, most = mostWaiting): ConnectionSource {
  let waiting = 0;
  return {
    ...source,
    async acquire() {
      if (waiting >= most) throw new DatabaseBusy();
      waiting += 1;
      try {
        return await source.acquire();
      } finally {
        waiting -= 1;
      }
    },
  };
}
