import { describe, expect, it } from 'vitest';
import type { Json } from '../../../server/kernel/json.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { drawing, drawn, end, start, userTask } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

const three = 'posts="head, clerk, guard"';
const flow = ['begin -> ask -> end'];
const asking = async (approval: string, more: Parameters<typeof userTask>[1] = {}) =>
  begun(await drawn([start(), userTask('ask', { to: 'head@case.area', ...more, approval }), end()], flow), {
    case: { area: 'g1' },
  });

/** Answers of people, one after the other; each takes the oldest that is open. */
function answer(run: InstanceDriver, ...answers: readonly string[]): readonly (string | null)[] {
  return answers.map((said) => {
    const [person = '', opinion = ''] = said.split(' ');
    const { id, scope } = open(run)[0] ?? run.at('ask');
    const variables = { opinion };
    return run.do({ type: 'complete-user-task', task: id, scope, variables, by: { person } });
  });
}

const open = (run: InstanceDriver) => run.alive().filter(({ userTask: work }) => work !== undefined);

function outcome(run: InstanceDriver): Json | undefined {
  return run.variables()['approval'];
}

describe('several who decide together', () => {
  it('are each asked at once, at the position of their post', async () => {
    const run = await asking(`mode="all" ${three}`);

    expect(open(run).map(({ userTask: work }) => work?.position)).toEqual([
      { post: 'head', area: 'g1' },
      { post: 'clerk', area: 'g1' },
      { post: 'guard', area: 'g1' },
    ]);
  });

  it.each([
    ['any', '', ['ma approve'], { passed: true, approvals: 1, refusals: 0, undecided: 2 }],
    ['any', '', ['ma refuse'], { passed: false, approvals: 0, refusals: 1, undecided: 2 }],
    ['all', '', ['ma approve', 'li approve', 'wu approve'], { passed: true, approvals: 3, undecided: 0 }],
    ['all', '', ['ma approve', 'li refuse'], { passed: false, approvals: 1, refusals: 1, undecided: 1 }],
    ['sequence', '', ['ma approve', 'li approve', 'wu approve'], { passed: true, approvals: 3, undecided: 0 }],
    ['sequence', '', ['ma refuse'], { passed: false, approvals: 0, refusals: 1, undecided: 2 }],
    ['vote', 'needed="2"', ['ma approve', 'li approve'], { passed: true, approvals: 2, undecided: 1 }],
    ['vote', 'needed="2"', ['ma refuse', 'li refuse'], { passed: false, refusals: 2, undecided: 1 }],
    ['vote', 'needed="2"', ['ma refuse', 'li approve', 'wu approve'], { passed: true, refusals: 1, undecided: 0 }],
    ['vote', 'ratio="2/3"', ['ma approve', 'li approve'], { passed: true, approvals: 2, undecided: 1 }],
    ['vote', 'ratio="0.5"', ['ma refuse', 'li refuse'], { passed: false, refusals: 2, undecided: 1 }],
    ['vote', 'needed="=floor(numberOfInstances / 2) + 1"', ['ma approve', 'li approve'], { passed: true }],
  ] as const)('%s %s has decided with %j, and nobody is asked any more', async (mode, how, answers, expected) => {
    const run = await asking(`mode="${mode}" ${how} ${three}`);

    expect(answer(run, ...answers.slice(0, -1))).toEqual(answers.slice(1).map(() => null));
    expect(outcome(run)).toBeUndefined();
    expect(answer(run, answers.at(-1) ?? '')).toEqual([null]);
    expect(outcome(run)).toMatchObject(expected);
    expect([open(run), run.instance.status]).toEqual([[], 'completed']);
  });

  it('one after the other are asked when it is their turn', async () => {
    const run = await asking(`mode="sequence" ${three}`);

    expect(open(run).map(({ userTask: work }) => work?.position.post)).toEqual(['head']);
    answer(run, 'ma approve');
    expect(open(run).map(({ userTask: work }) => work?.position.post)).toEqual(['clerk']);
  });

  it('are told of in the result by post and person, without what they wrote', async () => {
    const run = await asking(`mode="any" result="verdict" field="say" ${three}`);
    const { id, scope } = open(run)[1] ?? run.at('ask');
    const variables = { say: 'refuse', reason: '不合规定' };
    run.do({ type: 'complete-user-task', task: id, scope, variables, by: { person: 'li' } });

    expect(run.variables()['verdict']).toMatchObject({
      by: [{ post: 'clerk', area: 'g1', person: 'li', approves: false }],
    });
    expect(JSON.stringify(run.variables())).not.toContain('不合规定');
  });

  it('answer once each, and must say whether they agree', async () => {
    const run = await asking(`mode="all" ${three}`);

    expect(answer(run, 'ma approve', 'ma approve', 'li perhaps')).toEqual([null, 'answered-already', 'answer-missing']);
    expect(open(run)).toHaveLength(2);
  });

  it('tell others and give duties once, not for each who is asked', async () => {
    const run = await asking(`mode="all" ${three}`, { told: 'posts="office"', duties: 'feedback="clerk"' });

    expect(run.events.filter(({ type }) => type === 'posts-told' || type === 'duties-given')).toHaveLength(2);
  });

  it('go by whom an operator takes away as if they had not been asked', async () => {
    const run = await asking(`mode="vote" needed="2" ${three}`);
    answer(run, 'ma refuse');
    const { id, scope } = open(run)[0] ?? run.at('ask');
    const by = { system: 'operator' } as const;
    run.do({ type: 'modify', changes: [{ do: 'remove-iteration', element: id, scope }], by });

    expect(outcome(run)).toMatchObject({ passed: false, refusals: 1, undecided: 2 });
  });

  it('are an incident when more must agree than are asked', async () => {
    const run = await asking(`mode="vote" needed="4" ${three}`);

    expect(run.at('ask').incident).toMatchObject({
      code: 'approval-unreachable',
      zh: expect.stringContaining('要 4 人同意，但只问 3 人。请改成 1 到 3 的整数') as string,
    });
  });

  it.each([
    ['approval-words', `mode="most" ${three}`],
    ['approval-words', `mode="all" of="people" ${three}`],
    ['approval-needed', `mode="vote" ${three}`],
    ['approval-needed', `mode="vote" needed="2" ratio="0.5" ${three}`],
  ])('are refused with %s where %s is written', async (code, approval) => {
    const nodes = [start(), userTask('ask', { to: 'head@case.area', approval }), end()];
    const { faults } = await compileBpmn(drawing(nodes, flow));

    expect(faults.map((fault) => `${fault.code}@${fault.element}`)).toEqual([`${code}@ask`]);
  });

  it('are refused where nobody is named, or the step loops by itself as well', async () => {
    const items = '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality>';
    const loop = `<bpmn:multiInstanceLoopCharacteristics>${items}</bpmn:multiInstanceLoopCharacteristics>`;
    const nodes = [
      start(),
      userTask('ask', { approval: 'mode="all"' }),
      { ...userTask('again', { to: 'head@case.area', approval: 'mode="all"' }), content: loop },
      end(),
    ];
    const { faults } = await compileBpmn(drawing(nodes, ['begin -> ask -> again -> end']));

    expect(faults.map((fault) => `${fault.code}@${fault.element}`)).toEqual([
      'approval-incomplete@ask',
      'approval-and-loop@again',
    ]);
  });

  it('may be drawn with the marker of a loop', async () => {
    const marker = '<bpmn:multiInstanceLoopCharacteristics isSequential="true"/>';
    const nodes = [
      start(),
      { ...userTask('ask', { to: 'head@case.area', approval: `mode="all" ${three}` }), content: marker },
    ];

    await expect(drawn([...nodes, end()], flow)).resolves.toBeDefined();
  });
});

describe('whom a user task tells', () => {
  it('is said with it, as ids, as text or as FEEL, and who owes what from then on', async () => {
    const told = 'posts="=route.told" area="=case.area"';
    const duties = 'feedback="clerk" procedural="=route.push" responsible="=route.nobody" area="=&quot;c1&quot;"';
    const nodes = [start(), userTask('ask', { to: 'head@case.area', told, duties }), end()];
    const variables = { case: { area: 'g1' }, route: { told: ['office', 'clerk'], push: 'officer', nobody: null } };
    const run = begun(await drawn(nodes, flow), variables);

    expect(run.effects).toContainEqual({
      do: 'tell-posts',
      task: 2,
      element: 'ask',
      positions: [
        { post: 'office', area: 'g1' },
        { post: 'clerk', area: 'g1' },
      ],
    });
    expect(run.events.find(({ type }) => type === 'duties-given')).toMatchObject({
      duties: { feedback: { post: 'clerk', area: 'c1' }, procedural: { post: 'officer', area: 'c1' } },
    });
  });
});

describe('what a user task tells or gives', () => {
  it.each([
    ['told-empty', { to: 'head@case.area', told: '' }],
    ['duties-empty', { to: 'head@case.area', duties: '' }],
    ['announcement-area', { told: 'posts="head"' }],
  ])('is refused with %s', async (code, words) => {
    const { faults } = await compileBpmn(drawing([start(), userTask('ask', words), end()], flow));

    expect(faults.map((fault) => `${fault.code}@${fault.element}`)).toEqual([`${code}@ask`]);
  });
});

describe('a user task with a fallback of its own', () => {
  it('asks for it with the post', async () => {
    const nodes = [start(), userTask('ask', { to: 'head@case.area', instead: '=other' }), end()];
    const asked: unknown[] = [];
    begun(
      await drawn(nodes, flow),
      { case: { area: 'g1' }, other: 'office' },
      {
        answer: (lookup) => {
          asked.push(lookup);
          return { kind: 'position', position: { post: 'office', area: 's' }, vacant: [{ post: 'head', area: 'g1' }] };
        },
      },
    );

    expect(asked).toEqual([{ kind: 'position', post: 'head', area: 'g1', fallback: 'office' }]);
  });
});
