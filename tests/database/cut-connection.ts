import { connect, createServer, type Socket } from 'node:net';

/** A way to the PostgreSQL server that can be cut when a word passes on it. */
export interface CuttableWay {
  readonly url: string;
  /** The next message of a client that holds this text is handed on, and then the connection is cut. */
  cutAfter(text: string): void;
  close(): Promise<void>;
}

/** Opens a way to the server at an address; what passes is handed on unchanged. */
export async function cuttableWay(target: string): Promise<CuttableWay> {
  const to = new URL(target);
  const sockets = new Set<Socket>();
  let word: string | null = null;
  const server = createServer((client) => {
    const upstream = connect(Number(to.port), to.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    upstream.on('data', (bytes) => client.write(bytes)).on('close', () => client.destroy());
    client
      .on('close', () => upstream.destroy())
      .on('data', (bytes) => {
        upstream.write(bytes);
        if (word === null || !bytes.includes(word)) return;
        word = null;
        client.destroy();
        upstream.end();
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = new URL(target);
  url.host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    url: url.href,
    cutAfter(text) {
      word = text;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
