import { expect, it } from 'vitest';
import { type Examination, whatIsMissing } from '../../../studio/packs/what-is-missing.ts';

const passed: Examination = {
  id: '00000000-0000-7000-8000-0000000000e1',
  revision: 7,
  state: 'passed',
  startedAt: '2026-11-28T02:31:00.000Z',
  by: { id: '00000000-0000-7000-8000-000000000001', name: '李秀英' },
  at: '',
  done: 12,
  total: 12,
  problems: [],
  failures: [],
};
const ready = { draft: { revision: 7 }, examination: passed, errors: 0, changes: 2, mayPublish: true };

it.each([
  ['nothing, once it is examined as it stands', {}, null],
  ['the permission', { mayPublish: false }, 'publish.missing.permission'],
  ['a change', { changes: 0 }, 'publish.missing.changes'],
  ['mending what is wrong, before anything is examined', { errors: 1, examination: null }, 'publish.missing.problems'],
  ['an examination', { examination: null }, 'publish.missing.examination'],
  ['one of the draft as it is now', { draft: { revision: 8 } }, 'publish.missing.examination'],
  ['its end', { examination: { ...passed, state: 'running' as const } }, 'publish.missing.running'],
  ['that it is passed', { examination: { ...passed, state: 'failed' as const } }, 'publish.missing.passed'],
  ['that it is not stopped', { examination: { ...passed, state: 'stopped' as const } }, 'publish.missing.passed'],
])('publishing misses %s', (_what, changes, missing) => {
  expect(whatIsMissing({ ...ready, ...changes })).toBe(missing);
});
