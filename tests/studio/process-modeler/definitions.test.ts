import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { structureFaults } from '../../../server/kernel/bpmn/compile/faults/structure-faults.ts';
import { isTimerText } from '../../../server/kernel/bpmn/timer-text.ts';
import { copyProcess, freeId, processTemplate } from '../../../studio/process-modeler/model/process-template.ts';
import { readVocabulary } from '../../../studio/process-modeler/model/read-vocabulary.ts';
import { readTimer, writeTimer } from '../../../studio/process-modeler/model/timer-words.ts';
import { shownProblems } from '../../../studio/process-modeler/problems/local-problems.ts';
import { streetPacks, streetProcess } from './street-packs.ts';

const street = readVocabulary(streetPacks);

describe('what the steps of a street can name', () => {
  it('is all there, by title, from every pack', () => {
    expect(street.posts.find(({ id }) => id === 'mediator')?.title).toBe('矛盾纠纷调解员');
    expect(street.decisions.find(({ id }) => id === 'handling-level')).toMatchObject({
      title: '问题分层处理',
      columns: [{ name: 'post', title: '由哪个岗位办' }, {}, {}, { name: 'told', title: '抄送岗位' }],
    });
    expect(Object.fromEntries(street.processes.map(({ id, part }) => [id, part]))).toEqual({
      escalation: 'ladder',
      'action-item': 'action-item',
      'case-handling': 'case',
      meeting: 'meeting',
    });
    const finding = street.forms.find(({ id }) => id === 'investigate')?.fields[0];
    expect(finding).toMatchObject({ title: '查看结果', choices: [{ title: '属实，要处理' }, {}, {}] });
  });

  it('is that of the more special pack where two have the same id, and bears a file that cannot be read', () => {
    const limit = { id: 'assign', title: '指派', amount: 2, unit: 'workingHours', calendar: 'china' };
    const own = { id: 'own', files: { 'limits.json': JSON.stringify({ limits: [limit] }), 'forms/x.form.json': '{' } };
    const found = readVocabulary([...streetPacks, own]);
    expect(found.limits.filter(({ id }) => id === 'assign')).toEqual([limit]);
    expect(found.forms).toEqual(street.forms);
  });
});

describe('a new process', () => {
  it('can run as it is, whatever it is called', async () => {
    const words = { start: '开始', step: '办理', end: '办结' };
    const xml = processTemplate('process-1', '楼道"堆物" <清理> & 复查', words, street);
    const { processes, faults } = await compileBpmn(xml);
    expect(faults).toEqual([]);
    expect(processes.flatMap(structureFaults)).toEqual([]);
    const [process] = processes;
    expect(process).toMatchObject({ id: 'process-1', name: '楼道"堆物" <清理> & 复查' });
    expect(process?.nodes.get('handle')).toMatchObject({ form: expect.any(String), assignment: {}, timeLimit: {} });
  });

  it('that is a copy differs from what it was copied from by its id and its name only', async () => {
    const xml = streetProcess('action-item');
    const copy = copyProcess(xml, 'action-item', 'process-7', '办理 & 复查');
    const back = copy.replaceAll('"process-7"', '"action-item"').replace('name="办理 &amp; 复查"', 'name="议定事项"');
    expect(back).toBe(xml);
    expect(copy).toContain('formId="action-item"');
    const { processes, faults } = await compileBpmn(copy);
    expect(faults).toEqual([]);
    expect(processes[0]).toMatchObject({ id: 'process-7', name: '办理 & 复查' });
  });

  it('has an id that nothing has', () => {
    expect(freeId(['meeting'])).toBe('process-1');
    expect(freeId(['process-1', 'process-2'])).toBe('process-3');
  });
});

describe('a timer in a sentence', () => {
  const amount = fc.integer({ min: 1, max: 999 });
  const unit = fc.constantFrom('minutes' as const, 'hours' as const, 'days' as const, 'weeks' as const);
  const timer = fc.oneof(
    fc.record({ kind: fc.constant('after' as const), amount, unit }),
    fc.record({
      kind: fc.constant('every' as const),
      amount,
      unit,
      times: fc.option(fc.integer({ min: 1, max: 99 })),
    }),
    fc.constant({ kind: 'at' as const, instant: '2026-09-10T09:00:00+08:00' }),
    fc.constantFrom(
      { kind: 'variable' as const, path: 'meeting.startsAt' },
      { kind: 'variable' as const, path: '到期' },
    ),
  );

  it('is read from what was written as the same, and the kernel knows it as a time', () => {
    fc.assert(
      fc.property(timer, (setting) => {
        const written = writeTimer(setting);
        expect(readTimer(written)).toEqual(setting);
        const kind = ({ timeDuration: 'duration', timeCycle: 'cycle', timeDate: 'date' } as const)[written.property];
        expect(written.body.startsWith('=') || isTimerText(kind, written.body)).toBe(true);
      }),
    );
  });

  it.each(['P1DT2H', '=duration("P1D")', 'P1M', 'R/PT1H30M'])(
    'that no sentence can say, %s, is left to experts',
    (body) => {
      expect(readTimer({ property: body.startsWith('R') ? 'timeCycle' : 'timeDuration', body })).toEqual({
        kind: 'expression',
        source: body,
      });
    },
  );
});

describe('the problems that are shown', () => {
  const line = { severity: 'error' as const, kind: 'process' as const, id: 'p', zh: '', en: '' };
  const served = [
    { ...line, code: 'user-task-without-limit', place: 'there' },
    { ...line, code: 'user-task-without-limit', place: 'gone' },
    { ...line, code: 'dead-end', place: 'there' },
  ];

  it('are the server’s until the kernel has looked', () => {
    expect(shownProblems(null, served, () => true)).toEqual(served);
  });

  it('are then the kernel’s, and of the server’s only what it alone knows of steps that are there', () => {
    const local = [{ ...line, code: 'node-unreachable', place: 'there' }];
    expect(shownProblems(local, served, (place) => place === 'there')).toEqual([...local, served[0]]);
  });
});
