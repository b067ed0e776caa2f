import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unbornInstance } from '../../server/kernel/bpmn/apply.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { storedState } from '../../server/application/process-instances/stored-state.ts';
import { flowsOf } from '../kernel/bpmn/run-model.ts';
import { RecordingDriver } from './recording-driver.ts';
import type { Recording } from './recording.ts';
import { shapes, type Shape } from './shapes.ts';

// node tests/recordings/record.ts DAY
//
// Writes how instances of today are stored, and what they do next, into a folder of that day. Run it when the stored
// form changes, before the change is released; folders that are there are never written again: they are what a
// street's database holds.

const [day] = process.argv.slice(2);
if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error('Say the day: node tests/recordings/record.ts 2026-11-28');
const folder = join(import.meta.dirname, day);
mkdirSync(folder);
for (const shape of shapes) {
  const recording = await record(shape, day);
  writeFileSync(join(folder, `${shape.name}.json`), `${JSON.stringify(recording, null, 1)}\n`);
}

async function record(shape: Shape, recorded: string): Promise<Recording> {
  const bpmn = bpmnOf(shape);
  const { processes, faults } = await compileBpmn(bpmn, { lenient: true });
  const executable = processes.find(({ id }) => id === 'p');
  if (!executable || faults.length > 0) throw new Error(`${shape.name}: ${JSON.stringify(faults)}`);
  const driver = new RecordingDriver(executable, shape.budget === undefined ? {} : { budget: shape.budget });
  driver.begin({ ...shape.variables });
  shape.until?.(driver);
  const nothing = unbornInstance('instance', 'p');
  const { state, scopesSet } = storedState(nothing, driver.instance);
  const [known, told] = [driver.events.length, driver.steps.length];
  shape.next(driver);
  const end = storedState(nothing, driver.instance);
  return {
    shape: shape.name,
    about: shape.about,
    recorded,
    bpmn,
    process: 'p',
    state,
    scopes: scopesSet.map((row) => row.state),
    history: driver.events.slice(0, known),
    next: driver.steps.slice(told),
    endsAs: { state: end.state, scopes: end.scopesSet.map((row) => row.state) },
  };
}

function bpmnOf({ inside, flows, beside = '' }: Shape): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:grid="https://gridloom.dev/schema/grid/1.0" targetNamespace="test">${beside}<process id="p" isExecutable="true">${inside}${flowsOf(...flows)}</process></definitions>`;
}
