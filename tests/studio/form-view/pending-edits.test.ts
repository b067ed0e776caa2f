import { describe, expect, it } from 'vitest';
import { createPendingEdits } from '../../../studio/form-view/pending-edits.ts';
import { dayOf, minuteOf, momentOf } from '../../../studio/form-view/widgets/written-time.ts';

describe('what is typed and not handed on yet', () => {
  it('lies over the data, also in groups and rows', () => {
    const edits = createPendingEdits();
    edits.put(['a'], '新');
    edits.put(['group', 'b'], 'x');
    edits.put(['rows', 1, 'c'], 'y');

    expect(edits.over({ a: '旧', rows: [{}, { c: 'z' }] })).toEqual({
      a: '新',
      group: { b: 'x' },
      rows: [{}, { c: 'y' }],
    });
  });

  it('takes an answer away that was deleted', () => {
    const edits = createPendingEdits();
    edits.put(['a'], undefined);

    expect(edits.over({ a: '旧', b: 1 })).toEqual({ b: 1 });
  });

  it('makes no row that is gone', () => {
    const edits = createPendingEdits();
    edits.put(['rows', 3, 'c'], 'y');

    expect(edits.over({ rows: [] })).toEqual({ rows: [] });
  });

  it('is forgotten once it is handed on', () => {
    const edits = createPendingEdits();
    edits.put(['rows', 0, 'a/b'], 'y');
    edits.drop('/rows/0/a~1b');

    expect(edits.over({ rows: [{}] })).toEqual({ rows: [{}] });
  });
});

describe('a time that is written down', () => {
  it('keeps the offset of the place, whatever the machine believes', () => {
    expect(momentOf('2026-09-10T09:12')).toBe('2026-09-10T09:12:00+08:00');
  });

  it('is read in the place’s time', () => {
    expect(minuteOf('2026-09-10T18:30:00Z')).toBe('2026-09-11T02:30');
    expect(dayOf('2026-09-10T18:30:00Z')).toBe('2026-09-11');
  });

  it('is empty for what is none', () => {
    expect([minuteOf('昨天'), minuteOf('2026-09-10'), dayOf('')]).toEqual(['', '', '']);
  });
});
