import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import { runScenario } from '../../../server/kernel/world/run-scenario.ts';
import type { PlannedAct, PlannedExpectation } from '../../../server/kernel/world/scenario-plan.ts';
import { drawing, end, exclusive, otherwise, start, userTask, when } from '../bpmn/drawing.ts';
import { holds } from '../organization/organization-examples.ts';
import { assignments, people, release } from './small-street.ts';

const opinion = {
  type: 'string',
  title: '意见',
  oneOf: [
    { const: 'approve', title: '同意' },
    { const: 'refuse', title: '不同意' },
  ],
};
const forms = new Map([
  ...release.forms,
  [
    'opinion',
    {
      id: 'opinion',
      title: '表态',
      schema: { type: 'object', properties: { opinion }, required: ['opinion'] },
      ui: {},
      rules: [],
      rights: {},
    },
  ] as const,
]);

/** The small street, whose cases are decided together; what was not approved goes to the office. */
async function deciding(approval: string, area = 'case.area'): Promise<CompiledRelease> {
  const ask = userTask('ask', {
    to: `mediator@${area}`,
    form: 'opinion',
    stage: 'handle',
    approval,
    told: 'posts="office" area="=case.area"',
    duties: 'feedback="officer" substantive="mediator" area="=case.area"',
  });
  const nodes = [start('reported', { stage: 'report' }), ask, exclusive('passed')];
  const { processes, faults } = await compileBpmn(
    drawing(
      [...nodes, userTask('again', { to: 'office@case.area', form: 'item' }), end('closed')],
      [
        'reported -> ask -> passed',
        when('passed -> closed', 'approval.passed'),
        otherwise('passed -> again -> closed'),
      ],
      'handling',
    ),
  );
  const [executable] = processes;
  if (!executable) throw new Error(JSON.stringify(faults));
  return { ...release, forms, processes: new Map([...release.processes, ['handling', { executable, xml: '' }]]) };
}

const of = { kind: 'case', name: '路灯' } as const;
const data = { category: 'lamp', description: '路灯不亮' };
const report: PlannedAct = { do: 'report', person: 'ma', name: '路灯', caseType: 'event', area: 'g1', data };
const says = (person: string, said: string, refused?: string): PlannedAct => ({
  do: 'complete',
  person,
  of,
  process: 'handling',
  element: 'ask',
  data: { opinion: said },
  ...(refused === undefined ? {} : { refused }),
});
const then = (expected: Omit<PlannedExpectation, 'do' | 'of'>): PlannedAct => ({ do: 'expect', of, ...expected });
const passed = then({ status: 'closed' });
const failed = then({ status: 'open', element: 'again', holder: 'li' });

async function run(
  approval: string,
  acts: readonly PlannedAct[],
  { on = assignments, area }: { readonly on?: typeof assignments; readonly area?: string } = {},
): Promise<readonly string[]> {
  const begin: PlannedAct = { do: 'begin', at: instantOfLocal('2026-09-10 09:00'), people, assignments: on };
  const steps = [begin, report, ...acts].map((act, index) => ({ ...act, index }));
  const ran = runScenario({ title: '一起定', steps }, await deciding(approval, area), serverValidatorFor);
  return ran.failures.map(({ step, zh }) => `${step} ${zh}`);
}

const three = 'posts="mediator head officer"';

describe('a case that several decide together, as a scenario tells it', () => {
  it.each<[string, string, readonly PlannedAct[]]>([
    ['或签 passes with the first who agrees', `mode="any" ${three}`, [says('sun', 'approve'), passed]],
    ['或签 fails with the first who refuses', `mode="any" ${three}`, [says('chen', 'refuse'), failed]],
    [
      '会签 passes when all agree',
      `mode="all" ${three}`,
      [
        says('sun', 'approve'),
        says('ma', 'approve'),
        then({ status: 'open', element: 'ask' }),
        says('chen', 'approve'),
        passed,
      ],
    ],
    ['会签 fails with one refusal', `mode="all" ${three}`, [says('sun', 'approve'), says('ma', 'refuse'), failed]],
    [
      '依次 asks nobody before their turn, and passes with the last',
      `mode="sequence" ${three}`,
      [
        says('sun', 'approve', 'user-task-not-yours'),
        says('ma', 'approve'),
        says('sun', 'approve'),
        says('chen', 'approve'),
        passed,
      ],
    ],
    ['依次 fails with the first who refuses', `mode="sequence" ${three}`, [says('ma', 'refuse'), failed]],
    [
      '票签 passes as soon as enough agree',
      `mode="vote" needed="2" ${three}`,
      [says('ma', 'refuse'), says('sun', 'approve'), says('chen', 'approve'), passed],
    ],
    [
      '票签 fails as soon as it cannot be reached any more',
      `mode="vote" ratio="2/3" ${three}`,
      [says('ma', 'refuse'), says('sun', 'refuse'), failed],
    ],
  ])('%s', async (_, approval, acts) => {
    expect(await run(approval, acts)).toEqual([]);
  });

  it('asks whoever stands in for a vacant post, and them once', async () => {
    const on = assignments.filter(({ post }) => post !== 'mediator' && post !== 'head');
    const reports: PlannedAct[] = [says('chen', 'approve'), passed];

    expect(await run(`mode="all" ${three}`, reports, { on: [...on, holds('ma', 'mediator', 'g2')] })).toEqual([]);
  });

  it('asks somebody who holds three posts in two grids once', async () => {
    const on = [
      ...assignments.filter(({ person }) => person !== 'sun'),
      holds('ma', 'head', 'g1'),
      holds('ma', 'head', 'g2'),
    ];
    const acts = [then({ work: { ma: ['ask'] } }), says('ma', 'approve'), passed];

    expect(await run('mode="all" posts="mediator head"', acts, { on, area: '["g1", "g2"]' })).toEqual([]);
  });

  it('tells whom it says, and the story says what came of it', async () => {
    const story = ['「ask」没有通过：同意 0，不同意 1，未表态 2'];

    expect(await run(`mode="all" ${three}`, [then({ told: ['li'] }), says('ma', 'refuse'), then({ story })])).toEqual(
      [],
    );
  });
});
