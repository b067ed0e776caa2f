import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInstance, storedState } from '../../server/application/process-instances/stored-state.ts';
import { unbornInstance } from '../../server/kernel/bpmn/apply.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { foldHistory } from '../../server/kernel/bpmn/fold-history.ts';
import type { ProcessInstance } from '../../server/kernel/bpmn/process-instance.ts';
import { asStored } from '../kernel/bpmn/as-stored.ts';
import type { Recording } from './recording.ts';
import { RecordingDriver } from './recording-driver.ts';
import { shapes } from './shapes.ts';

const days = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-\d\d-\d\d$/.test(name));
const recordings = days.flatMap((day) =>
  readdirSync(join(import.meta.dirname, day)).map(
    (name) => JSON.parse(readFileSync(join(import.meta.dirname, day, name), 'utf8')) as Recording,
  ),
);

function stored(instance: ProcessInstance): { readonly state: unknown; readonly scopes: readonly unknown[] } {
  const { state, scopesSet } = storedState(unbornInstance('', ''), instance);
  return asStored({ state, scopes: scopesSet.map((row) => row.state) });
}

describe('instances that were stored by an earlier version', () => {
  it('are recorded in many shapes', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(shapes.length);
    expect(recordings.filter(({ next }) => next.length === 0).map(({ shape }) => shape)).toEqual([]);
  });

  describe.each(recordings)('$recorded $shape: $about', (recording) => {
    it('is loaded as its history says', () => {
      const fold = foldHistory('instance', recording.process);
      for (const event of recording.history) fold.add(event);
      expect(stored(fold.instance)).toEqual(stored(loadInstance(recording.state, recording.scopes)));
    });

    it('goes on as it did then', async () => {
      const { processes } = await compileBpmn(recording.bpmn, { lenient: true });
      const executable = processes.find(({ id }) => id === recording.process);
      if (!executable) throw new Error('the model does not compile any more');
      const driver = new RecordingDriver(executable, recording.shape === 'cut-step' ? { budget: 4 } : {});
      driver.instance = loadInstance(recording.state, recording.scopes);
      for (const { now, command } of recording.next) {
        driver.now = now;
        driver.do(command);
      }
      const end = loadInstance(recording.endsAs.state, recording.endsAs.scopes);
      expect(asStored(driver.steps)).toEqual(recording.next);
      expect(stored(driver.instance)).toEqual(stored(end));
    });
  });
});
