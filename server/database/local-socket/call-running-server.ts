import { connect, type Socket } from 'node:net';
import type { Json } from '../../kernel/json.ts';
import { socketAddress } from './socket-address.ts';
import { readLines, type SocketProblem, type SocketReply, writeLine } from './socket-lines.ts';

/** What became of a call: nobody listens (so the caller may open the database itself), an answer, or a problem. */
export type LocalCall =
  | { readonly kind: 'not-running' }
  | { readonly kind: 'answer'; readonly answer: Json }
  | { readonly kind: 'problem'; readonly problem: SocketProblem };

/**
 * Asks the server that holds a DATA_DIR to do an operation.
 *
 * @param report told each line of progress
 * @throws Error when the server ended before it answered: then nobody knows how far it came
 */
export async function callRunningServer(
  dataDir: string,
  operation: string,
  input: Json,
  report: (progress: string) => void,
): Promise<LocalCall> {
  const socket = await open(socketAddress(dataDir));
  if (socket === null) return { kind: 'not-running' };
  try {
    writeLine(socket, { operation, input });
    for await (const reply of readLines<SocketReply>(socket)) {
      if ('answer' in reply) return { kind: 'answer', answer: reply.answer };
      if ('problem' in reply) return { kind: 'problem', problem: reply.problem };
      report(reply.progress);
    }
  } finally {
    socket.destroy();
  }
  throw new Error('the server ended before it answered');
}

function open(address: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error) => {
      const code = 'code' in error ? error.code : '';
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
  });
}
