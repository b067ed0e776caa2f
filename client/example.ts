// The city's hotline wants to hear of every case that has been answered. README.md has the commands around it.
import { openWorker } from './open-worker.ts';

const { GRIDLOOM_URL: url = 'http://127.0.0.1:3000', GRIDLOOM_TOKEN: token = '' } = process.env;

const worker = openWorker({
  url,
  token,
  types: ['hotline.report'],
  handle: ({ key, attempt, variables }) => {
    const subject = variables['case'] as { readonly id?: string; readonly area?: string } | undefined;
    if (subject?.id === undefined) return { outcome: 'failed', message: 'the step has no case', retry: false };
    // Here the hotline would be told, under the key: it tells doubles by that.
    process.stdout.write(`${key} (attempt ${attempt}): case ${subject.id} in ${subject.area} has been answered\n`);
    return { outcome: 'completed', variables: { hotline: { receipt: `R-${key.slice(0, 8)}` } } };
  },
  onProblem: (problem) => void process.stderr.write(`${String(problem)}\n`),
});

process.once('SIGINT', () => void worker.stop());
process.once('SIGTERM', () => void worker.stop());
await worker.ended;
