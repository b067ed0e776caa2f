import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { Json } from '../../kernel/json.ts';
import { socketAddress } from './socket-address.ts';
import { readLines, type SocketProblem, type SocketRequest, writeLine } from './socket-lines.ts';

/**
 * Something a command of the terminal may ask of the running server. Operations have names and checked inputs: there is
 * no way to send SQL.
 *
 * @param report tells the terminal how far the work is, one line at a time
 */
export type LocalOperation = (input: Json, report: (progress: string) => void) => Promise<Json>;

export interface LocalSocketOptions {
  readonly dataDir: string;
  readonly operations: ReadonlyMap<string, LocalOperation>;
  /** The catalogue's words for an error. */
  readonly problemOf: (error: unknown) => SocketProblem;
}

/** The open socket. */
export interface LocalSocket {
  close(): Promise<void>;
}

/**
 * Listens in the DATA_DIR for commands of the terminal while this program holds the embedded database. Only the user
 * who runs the program can open the socket (mode 0600 in a folder of mode 0700). The lock on the DATA_DIR must be held:
 * a socket file that is there was left by a process that died.
 */
export async function serveLocalSocket(options: LocalSocketOptions): Promise<LocalSocket> {
  const address = socketAddress(options.dataDir);
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(address, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    void answerOne(socket, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(address, resolve);
  });
  if (isFile) chmodSync(address, 0o600);
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A connection carries one request. */
async function answerOne(socket: Socket, { operations, problemOf }: LocalSocketOptions): Promise<void> {
  try {
    for await (const request of readLines<SocketRequest>(socket)) {
      const operation = operations.get(request.operation);
      if (operation === undefined) throw new Error(`no operation ${request.operation}`);
      writeLine(socket, { answer: await operation(request.input, (progress) => writeLine(socket, { progress })) });
      break;
    }
  } catch (error) {
    writeLine(socket, { problem: problemOf(error) });
  }
  socket.end();
}
