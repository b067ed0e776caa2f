import { describe, expect, it } from 'vitest';
import { holds } from '../organization/organization-examples.ts';
import { assignments } from '../world/small-street.ts';
import { factsOf, requestsOf, run, subject, toldBy } from './job-examples.ts';

const informed = { notice: 'informed' };
const notify = (variables: Parameters<typeof run>[1], facts = factsOf()) =>
  requestsOf(run('grid:notify', variables, facts, informed));

describe('grid:notify', () => {
  it('tells the posts, placed at the area or above', () => {
    expect(toldBy(notify({ posts: ['head', 'officer', 'office'], area: 'g1' }))).toEqual([
      'head@g1',
      'officer@c1',
      'office@s',
    ]);
  });

  it('tells positions as they are given', () => {
    const positions = [
      { post: 'officer', area: 'c1' },
      { post: 'office', area: 's' },
    ];

    expect(toldBy(notify({ positions }))).toEqual(['officer@c1', 'office@s']);
  });

  it('tells the stand-in of a vacant post', () => {
    const facts = factsOf(
      {},
      assignments.filter(({ post }) => post !== 'head'),
    );

    expect(toldBy(notify({ posts: ['head'], area: 'g1' }, facts))).toEqual(['officer@c1']);
  });

  it('tells a position once, in whatever way it comes up', () => {
    const facts = factsOf(
      {},
      assignments.filter(({ post }) => post !== 'head'),
    );
    const variables = {
      posts: ['officer', 'head', 'officer'],
      area: 'g1',
      positions: [{ post: 'officer', area: 'c1' }],
    };

    expect(toldBy(notify(variables, facts))).toEqual(['officer@c1']);
  });

  it('fills in what is known about the case, and who is told', () => {
    expect(notify({ posts: ['head'], area: 'g1' })).toEqual([
      {
        do: 'notify',
        to: { post: 'head', area: 'g1' },
        notice: 'informed',
        title: '有新事件：路灯不亮',
        text: '一网格 head 孙立新：一网格中华路，路灯。',
      },
    ]);
  });

  it('names whoever a case is about to go to, while it is being routed', () => {
    const notices = new Map([['informed', { id: 'informed', title: '{post}', text: '{holder}' }]]);
    const base = factsOf();
    const facts = { ...base, release: { ...base.release, notices } };
    const [told] = notify({ posts: ['head'], area: 'g1', route: { post: 'officer' } }, facts);

    expect(told).toMatchObject({ title: 'officer', text: '一社区 officer 陈晓明' });
  });

  it('names convenor, recorder and hour of a meeting', () => {
    const meeting = {
      area: 's',
      convenorPost: 'office',
      recorderPost: 'office',
      startsAt: '2026-09-20T07:00:00.000Z',
    };
    const facts = factsOf({ subject: subject({ kind: 'meeting', title: '月例会', place: '会议室', area: 's' }) });
    const outcome = run('grid:notify', { positions: [{ post: 'officer', area: 'c1' }], meeting }, facts, {
      notice: 'meeting',
    });

    expect(requestsOf(outcome)).toMatchObject([
      { title: '会议通知：月例会', text: '一社区 officer 陈晓明：9月20日 15:00 在 会议室，街道 office 李建国 召集。' },
    ]);
  });

  it.each(['tomorrow', '2026-02-30T09:00:00Z', '', 7])(
    'fails with a sentence where the hour of the meeting is none: %j',
    (startsAt) => {
      const outcome = run(
        'grid:notify',
        { positions: [{ post: 'officer', area: 'c1' }], meeting: { startsAt } },
        factsOf(),
        {
          notice: 'meeting',
        },
      );

      expect(outcome).toMatchObject({
        ok: false,
        code: 'meeting-time-broken',
        zh: expect.stringMatching(/meeting\.startsAt.*请/),
      });
    },
  );

  it('tells nobody where nothing is said, and passes over what is no position', () => {
    expect(notify({})).toEqual([]);
    expect(notify({ posts: [7, 'nobody'], area: 'g1', positions: ['x', { post: 'head' }] })).toEqual([]);
  });

  it('fails without its notice', () => {
    expect(run('grid:notify', {}, factsOf(), { notice: 'gone' })).toMatchObject({ ok: false, code: 'notice-unknown' });
    expect(run('grid:notify', {}, factsOf())).toMatchObject({ ok: false, code: 'notice-unknown' });
  });

  it('sees who covers', () => {
    const facts = factsOf({}, [holds('wu', 'head', 'g1', { kind: 'cover' })]);

    expect(notify({ posts: ['head'], area: 'g1' }, facts)).toMatchObject([
      { text: expect.stringContaining('head wu') },
    ]);
  });
});
