import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody else's machine, on this one. */
export interface Receiver {
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** Everything that came, oldest first. */
  readonly received: Received[];
  /** What it answers from now on; 200 with nothing to say at first. */
  answer: { status: number; headers?: Record<string, string>; body?: string };
  /** When set, it takes what comes and never answers. */
  silent: boolean;
  close(): Promise<void>;
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<Receiver> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      receiver.received.push({ method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') });
      if (receiver.silent) return;
      const { status, headers: answered, body } = receiver.answer;
      response.writeHead(status, answered).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    port,
    origin: `http://127.0.0.1:${port}`,
    received: [],
    answer: { status: 200 },
    silent: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return receiver;
}
