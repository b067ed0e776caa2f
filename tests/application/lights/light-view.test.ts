import { expect, it } from 'vitest';
import { lightView } from '../../../server/application/lights/light-view.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';

it('a limit that the release of a migrated instance does not know is told in natural time', () => {
  const release = { limits: new Map(), calendars: new Map() } as unknown as CompiledRelease;
  const row = { timeLimit: 'gone', yellowAt: '2026-09-09T01:00:00.000Z', dueAt: '2026-09-10T01:00:00.000Z' };

  expect(lightView(release, row, '2026-09-08T00:00:00.000Z')).toMatchObject({
    light: 'green',
    amount: 2,
    unit: 'days',
  });
  expect(lightView(release, row, '2026-09-10T03:00:00.000Z')).toMatchObject({ light: 'red', amount: 2, unit: 'hours' });
  expect(lightView(release, { ...row, timeLimit: null }, '2026-09-10T03:00:00.000Z')).toBeNull();
});
