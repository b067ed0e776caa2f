import { describe, expect, it } from 'vitest';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import { assignments } from '../world/small-street.ts';
import { factsOf, host, requestsOf, run, toldBy } from './job-examples.ts';

const rung = { index: 0, title: '一级', to: 'officer', told: ['head'], notice: 'late' };
const climb = (variables: Parameters<typeof run>[1], facts = factsOf({ host: host() })) =>
  requestsOf(run('grid:ladder-climb', variables, facts));

describe('grid:ladder-climb', () => {
  it('tells the posts of the rung and whoever has the user task, and hands it up', () => {
    const requests = climb({ rung });

    expect(toldBy(requests)).toEqual(['head@g1', 'mediator@g1']);
    expect(requests.at(-1)).toEqual({
      do: 'reassign-user-task',
      instance: 'i1',
      userTask: 4,
      scope: 0,
      to: { post: 'officer', area: 'c1' },
    });
  });

  it('says what is late, since when, with whom and where it goes', () => {
    expect(climb({ rung })[0]).toMatchObject({
      title: '超期：路灯不亮',
      text: '一网格 head 孙立新：「事件处理」应于 9月10日 13:00 办结，一网格 mediator 马小兰 未办，一级交 一社区 officer 陈晓明。',
    });
  });

  it('only tells where the rung hands to nobody', () => {
    expect(climb({ rung: { ...rung, to: null } }).map((request) => request.do)).toEqual(['notify', 'notify']);
  });

  it('only tells where the work lies as high already', () => {
    const facts = factsOf({ host: host({ position: { post: 'office', area: 's' } }) });

    expect(toldBy(climb({ rung }, facts))).toEqual(['head@g1', 'office@s']);
    expect(climb({ rung }, facts).map((request) => request.do)).not.toContain('reassign-user-task');
  });

  it('hands to the stand-in of a vacant post, and tells the stand-in', () => {
    const vacant = assignments.filter(({ post }) => post !== 'officer' && post !== 'head');
    const requests = climb({ rung }, factsOf({ host: host() }, vacant));

    expect(toldBy(requests)).toEqual(['office@s', 'mediator@g1']);
    expect(requests.at(-1)).toMatchObject({ to: { post: 'office', area: 's' } });
  });

  it.each([
    ['the user task is done', { rung }, factsOf({ host: host({ open: false }) })],
    ['the user task is late no more', { rung }, factsOf({ host: host({ overdue: false }) })],
    ['there is no user task', { rung }, factsOf()],
    ['there is no rung', { rung: null }, factsOf({ host: host() })],
  ])('does nothing when %s', (_when, variables, facts) => {
    expect(run('grid:ladder-climb', variables, facts)).toEqual({ ok: true, variables: {}, requests: [] });
  });

  it('waits on where its calendar was changed and it is due later, and acts when that has come', () => {
    const ladder = { id: 'overdue', dueAt: instantOfLocal('2026-09-10 13:00') };
    const second = (dueAt: string) => ({ ladder, rung: { ...rung, index: 1, dueAt: instantOfLocal(dueAt) } });
    const facts = factsOf({ host: host() });
    const soon = second('2026-09-10 18:00');

    expect(run('grid:ladder-climb', soon, facts)).toEqual({
      ok: true,
      variables: { rung: { ...soon.rung, early: true } },
      requests: [],
    });
    expect(climb(second('2026-09-11 13:00'))).not.toEqual([]);
  });

  it('never asks to complete anything', () => {
    expect(climb({ rung }).every((request) => request.do === 'notify' || request.do === 'reassign-user-task')).toBe(
      true,
    );
  });
});
