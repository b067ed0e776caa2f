import { parentPort, workerData } from 'node:worker_threads';
import type { CellsTask } from './cells.ts';
import { readCells } from './read-cells.ts';
import { writeCells } from './write-cells.ts';

// A thread of its own: half a second of work for a county's workbook, and a file that was made to do harm takes only this.

const task = workerData as CellsTask;
parentPort?.postMessage(task.do === 'read' ? await readCells(task.bytes) : { bytes: await writeCells(task.sheets) });
