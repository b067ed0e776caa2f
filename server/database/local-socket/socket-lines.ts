import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import type { Json } from '../../kernel/json.ts';

/** One JSON value per line, in both directions. First the client's request, then the server's replies. */
export interface SocketRequest {
  readonly operation: string;
  readonly input: Json;
}

/** Why an operation was not done, from the error catalogue. */
export interface SocketProblem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type SocketReply =
  | { readonly progress: string }
  | { readonly answer: Json }
  | { readonly problem: SocketProblem };

export function writeLine(socket: Socket, line: SocketRequest | SocketReply): void {
  socket.write(`${JSON.stringify(line)}\n`);
}

/** The lines that arrive, parsed; they are this program's own, on a socket that only its user can open. */
export async function* readLines<Line>(socket: Socket): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as Line;
}
