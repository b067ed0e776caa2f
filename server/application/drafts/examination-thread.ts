import { parentPort, workerData } from 'node:worker_threads';
import type { ExaminationMessage, ExaminationTask } from './examination-report.ts';
import { examinePacks } from './examine-packs.ts';

// A thread of its own: scenarios are run without a pause, and requests must not wait for them.

const tell = (message: ExaminationMessage): void => parentPort?.postMessage(message);

const report = await examinePacks(workerData as ExaminationTask, (at, done, total) => tell({ at, done, total }));
tell({ report });
