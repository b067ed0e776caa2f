import { describe, expect, it } from 'vitest';
import { placeError } from '../../../studio/api/place-error.ts';
import { mayPass, noAnswer, ProblemError, problemOf, readProblem } from '../../../studio/api/problem-error.ts';

const sent = {
  type: 'about:blank',
  title: 'Invalid',
  status: 422,
  code: 'submission-invalid',
  zh: '有一处要改。',
  en: 'One field is wrong.',
  problems: [{ path: '/account', field: 'account', zh: '已经有人用了', en: 'Taken' }],
};

describe('the answer to a refused call', () => {
  it('is the server’s problem', async () => {
    const problem = await readProblem(new Response(JSON.stringify(sent), { status: 422 }));
    expect(problem).toMatchObject({
      status: 422,
      code: 'submission-invalid',
      zh: '有一处要改。',
      en: 'One field is wrong.',
    });
  });

  it('shows what is wrong at its field', async () => {
    const problem = await readProblem(new Response(JSON.stringify(sent), { status: 422 }));
    expect(placeError(problem, 'account', ({ zh }) => zh)).toBe('已经有人用了');
    expect(placeError(problem, 'name', ({ zh }) => zh)).toBeUndefined();
  });

  it.each(['<html>502 Bad Gateway</html>', '', '{"error":"no problem"}'])(
    'says that it cannot be read: %s',
    async (body) => {
      const problem = await readProblem(new Response(body, { status: 502 }));
      expect(problem).toMatchObject({ status: 502, code: 'answer-unreadable' });
      expect(problem.zh).toContain('502');
    },
  );
});

describe('a problem', () => {
  it('of the server travels as it is, a fault of ours becomes one', () => {
    expect(problemOf(new ProblemError(noAnswer())).code).toBe('no-connection');
    expect(problemOf(new Error('boom'))).toMatchObject({ code: 'page-fault', en: expect.stringContaining('boom') });
  });

  it('may pass when nobody answered or the server failed, not when the call was wrong', () => {
    expect([0, 408, 429, 500, 503].map((status) => mayPass({ ...noAnswer(), status }))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect([400, 401, 403, 404, 409, 422].some((status) => mayPass({ ...noAnswer(), status }))).toBe(false);
  });
});
