// A water company that says whether a household's bill is paid. See README.md for the commands around it.
import { openWorker } from './open-worker.ts';

const { GRIDLOOM_URL: url = 'http://127.0.0.1:3000', GRIDLOOM_TOKEN: token = '' } = process.env;

const worker = openWorker({
  url,
  token,
  types: ['water-bill.check'],
  handle: ({ key, variables }) => {
    const { household } = variables;
    if (typeof household !== 'string')
      return { outcome: 'failed', message: 'the step gives no household', retry: false };
    process.stdout.write(`${key}: ${household}\n`);
    if (household.startsWith('0')) return { outcome: 'bpmn-error', code: 'NO-SUCH-HOUSEHOLD' };
    return { outcome: 'completed', variables: { bill: { paid: household.length % 2 === 0, owed: 12.5 } } };
  },
  onProblem: (problem) => void process.stderr.write(`${String(problem)}\n`),
});

process.once('SIGINT', () => void worker.stop());
process.once('SIGTERM', () => void worker.stop());
await worker.ended;
