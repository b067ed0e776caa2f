import { connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to what passes: how long each piece waits, and when a connection is cut. */
interface Weather {
  /** Longest delay of a piece, in milliseconds; each waits for a part of it by chance. */
  readonly delayMs: number;
  /** Part of the pieces at which the connection is cut instead. */
  readonly cut: number;
  /** Part of the COMMITs that reach the server and whose answer does not come back. */
  readonly cutCommitAnswer: number;
}

const fairWeather: Weather = { delayMs: 0, cut: 0, cutCommitAnswer: 0 };

/** A way to a server on which faults happen by chance that can be repeated. */
export interface FaultProxy {
  readonly url: string;
  weather: Weather;
  /** How often it has delayed, cut, or cut after a COMMIT. */
  readonly injected: { delay: number; cut: number; cutCommitAnswer: number };
  /** Changes of direction from the server to the client, and bytes both ways: round trips. */
  readonly passed: { roundTrips: number; bytes: number };
  close(): Promise<void>;
}

const commit = Buffer.from('commit\0');

/**
 * Opens a way to a PostgreSQL server.
 *
 * @param target its address
 * @param random chance, seeded
 */
export async function openFaultProxy(target: string, random: () => number): Promise<FaultProxy> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  const injected = { delay: 0, cut: 0, cutCommitAnswer: 0 };
  const passed = { roundTrips: 0, bytes: 0 };
  let weather = fairWeather;
  const server = createServer((client) => {
    const upstream = connect(Number(to.port), to.hostname);
    let asking = false;
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    const cutAll = (): void => {
      client.destroy();
      upstream.destroy();
    };
    const handOn = handingOn(random, () => weather, injected, cutAll);
    const [up, down] = [handOn(upstream), handOn(client)];
    client
      .on('close', () => upstream.destroy())
      .on('data', (bytes: Buffer) => {
        asking = true;
        passed.bytes += bytes.length;
        if (bytes.includes(commit) && random() < weather.cutCommitAnswer) {
          injected.cutCommitAnswer += 1;
          client.destroy();
          upstream.end(bytes); // it is executed, and its answer finds nobody
          return;
        }
        up(bytes);
      });
    upstream
      .on('close', () => client.destroy())
      .on('data', (bytes: Buffer) => {
        if (asking) passed.roundTrips += 1;
        asking = false;
        passed.bytes += bytes.length;
        down(bytes);
      });
  });
  return {
    url: await listening(server, target),
    get weather() {
      return weather;
    },
    set weather(next) {
      weather = next;
    },
    injected,
    passed,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens the door; answers the target's address with this door instead of its own. */
async function listening(server: Server, target: string): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = new URL(target);
  url.host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return url.href;
}

/** Hands pieces on in their order, each after its own delay, or cuts. */
function handingOn(
  random: () => number,
  weather: () => Weather,
  injected: FaultProxy['injected'],
  cutAll: () => void,
): (to: Socket) => (bytes: Buffer) => void {
  return (to) => {
    let last: Promise<void> | null = null;
    return (bytes) => {
      const { delayMs, cut } = weather();
      if (cut > 0 && random() < cut) {
        injected.cut += 1;
        cutAll();
        return;
      }
      if (delayMs === 0 && last === null) {
        to.write(bytes);
        return;
      }
      if (delayMs > 0) injected.delay += 1;
      const wait = random() * delayMs;
      const before = last ?? Promise.resolve();
      const mine = before
        .then(() => new Promise<void>((resolve) => setTimeout(resolve, wait)))
        .then(() => {
          to.write(bytes);
          if (last === mine) last = null;
        });
      last = mine;
    };
  };
}
