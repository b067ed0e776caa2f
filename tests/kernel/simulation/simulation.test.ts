import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import {
  completeInRun,
  reportInRun,
  sendUpInRun,
  signInRun,
  startInRun,
  waitInRun,
  waitUntilInRun,
} from '../../../server/kernel/simulation/do-in-run.ts';
import { scenarioLines, tryScenario } from '../../../server/kernel/simulation/keep-scenario.ts';
import { pretendPeople } from '../../../server/kernel/simulation/pretend-people.ts';
import { runDrawing } from '../../../server/kernel/simulation/run-drawing.ts';
import { nextHappening, nextNotice, openWork } from '../../../server/kernel/simulation/run-work.ts';
import { runSubjects } from '../../../server/kernel/simulation/run-subjects.ts';
import { beginSimulation, type Simulation } from '../../../server/kernel/simulation/simulation.ts';
import { walkScenario } from '../../../server/kernel/simulation/walk-scenario.ts';
import { worldStory } from '../../../server/kernel/world/world-story.ts';
import { begun, compiledScenarios, demoPeople, did, release } from './real-pack.ts';

const grid = '620502005001004';
const lamp = { description: '两盏路灯都不亮。', place: '西关正街 12 号院', category: 'facility-lamp' };

const reported = (simulation = begun()): Simulation => did(reportInRun(simulation, 'maxiaolan', grid, lamp));

/** The first open user task done by its first holder. */
const done = (simulation: Simulation, data: Readonly<Record<string, string>>): Simulation => {
  const [work] = openWork(simulation.world);
  const [holder] = work?.holders ?? [];
  if (!work || !holder) throw new Error('Nobody has anything to do.');
  return did(completeInRun(simulation, holder.account, work.entry, data));
};

const late = (): Simulation => {
  const assigned = done(reported(), { dispatch: 'as-suggested' });
  const seen = done(assigned, { finding: 'confirmed', situation: '两盏灯都不亮。' });
  return did(waitUntilInRun(seen, '2026-09-11T01:00:00.000Z'));
};

/** The street, whose 调查落实 has to be signed for besides. */
function signing(): Simulation {
  const compiled = release.processes.get('case-handling');
  const step = compiled?.executable.nodes.get('investigate');
  if (!compiled || step?.type !== 'userTask' || !step.timeLimit) throw new Error('There is no such step.');
  const signed = { ...step, stageLimits: [{ stage: 'sign-for' as const, limit: step.timeLimit }] };
  const nodes = new Map(compiled.executable.nodes).set(step.id, signed);
  const executable = { ...compiled.executable, nodes };
  const processes = new Map(release.processes).set(compiled.executable.id, { ...compiled, executable });
  return did(
    beginSimulation({
      release: { ...release, processes },
      demoPeople,
      people: 'demo',
      at: '2026-09-07 09:00',
      validatorFor: serverValidatorFor,
    }),
  );
}

describe('the clocks of a run', () => {
  it('are shown one by one, and the one for signing stops when whoever has the work signs for it', () => {
    const run = done(reported(signing()), { dispatch: 'as-suggested' });
    const [work] = openWork(run.world);
    if (!work) throw new Error('Nobody has anything to do.');
    expect(work.clocks.map(({ stage }) => stage)).toEqual(['sign-for', 'handle']);
    const signed = did(signInRun(run, work.holders[0]?.account ?? '', work.entry, 'sign-for'));
    expect(openWork(signed.world)[0]?.clocks.map(({ stage }) => stage)).toEqual(['handle']);
    expect(scenarioLines(signed).lines.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/签收「路灯」的「调查落实」/),
    );
  });
});

describe('a simulated run', () => {
  it('is written down in the words of the pack', () => {
    const sentences = scenarioLines(done(reported(), { dispatch: 'as-suggested' })).lines.map(
      ({ sentence }) => sentence,
    );
    expect(sentences.filter((sentence) => !sentence.startsWith('这时'))).toEqual([
      '假定现在是 2026-09-07 09:00，人员用演示人员。',
      '马小兰在西关 04 网格报事件「路灯」：类别 路灯；情况 两盏路灯都不亮。；地点 西关正街 12 号院。',
      '陈晓明完成「路灯」的「任务指派」：怎么指派 按建议指派。',
    ]);
  });

  it('proposes how things stand after each act, and keeps how they ended', () => {
    const { lines } = scenarioLines(late());
    const expectations = lines.filter(({ step }) => 'then' in step);
    expect(expectations.map(({ kept }) => kept)).toEqual([false, false, false, true]);
    expect(expectations.at(-1)?.sentence).toBe(
      '这时，「路灯」办理中，在「事件处理」环节，正在办「事件处理」，由陈晓明办，灯是超期，已抄送王海燕。',
    );
  });

  it('turns red when what it expects is left out of what is done', () => {
    const steps = scenarioLines(late()).lines.map(({ step }) => step);
    const pruned = steps.filter((step) => !('completes' in step && step.completes === '调查落实'));
    const failures = tryScenario({ title: '少一步', steps: pruned }, { release, demoPeople }, serverValidatorFor);
    expect(failures.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('环节应当是'));
  });

  it('goes back by taking the run from before', () => {
    const before = reported();
    const [tokens] = [runDrawing(before.world, [...before.world.cases.values()][0]?.instance ?? '').tokens];
    done(before, { dispatch: 'as-suggested' });
    expect(openWork(before.world).map(({ step }) => step)).toEqual(['任务指派']);
    expect(runDrawing(before.world, [...before.world.cases.values()][0]?.instance ?? '').tokens).toEqual(tokens);
  });

  it('says why something cannot be done, and changes nothing', () => {
    const before = reported();
    const [work] = openWork(before.world);
    const acted = work && completeInRun(before, 'maxiaolan', work.entry, { dispatch: 'as-suggested' });
    expect(acted).toMatchObject({ ok: false });
    expect(before.done).toHaveLength(1);
    expect(waitInRun(before, '很久')).toMatchObject({ ok: false });
  });

  it('climbs the ladder by itself when time passes', () => {
    const street = did(waitUntilInRun(late(), '2026-09-15T01:00:00.000Z'));
    const instance = [...street.world.cases.values()][0]?.instance ?? '';
    expect(openWork(street.world).map(({ holders }) => holders[0]?.name)).toEqual(['周文斌']);
    expect(worldStory(street.world, instance).map(({ zh }) => zh)).toContainEqual(
      expect.stringContaining('超期没有办结，报上级'),
    );
    expect(runDrawing(street.world, instance).tokens).toMatchObject([{ holder: '周文斌', light: 'red' }]);
  });

  it('hands a user task up with a reason', () => {
    const seen = done(done(reported(), { dispatch: 'as-suggested' }), {
      finding: 'confirmed',
      situation: '两盏灯都不亮。',
    });
    const [work] = openWork(seen.world);
    const up = work && did(sendUpInRun(seen, work.holders[0]?.account ?? '', work.entry, '要供电所配合。'));
    expect(up && openWork(up.world).map(({ holders }) => holders[0]?.name)).toEqual(['陈晓明']);
  });

  it('knows what happens next: the notice of a meeting, or a limit that runs out', () => {
    const quiet = begun();
    const notice = nextNotice(quiet.world, 'dispute-coordination');
    expect(nextHappening(quiet.world)).toEqual({ at: notice, kind: 'meeting', what: '矛盾纠纷月协调会' });
    expect(nextHappening(reported(quiet).world)).toMatchObject({ kind: 'yellow', what: '任务指派' });
  });

  it('tells at which element it is stuck, and why', () => {
    const broken = { ...release, notices: new Map() };
    const street = did(
      beginSimulation({
        release: broken,
        demoPeople,
        people: 'demo',
        at: '2026-09-07 09:00',
        validatorFor: serverValidatorFor,
      }),
    );
    const stuck = done(reported(street), { dispatch: 'as-suggested' });
    const instance = [...stuck.world.cases.values()][0]?.instance ?? '';
    const name = (id: string): string => stuck.world.state.instances.get(instance)?.process.nodes.get(id)?.name ?? '';
    expect(
      runDrawing(stuck.world, instance).tokens.map(({ element, incident }) => [name(element), incident?.zh]),
    ).toEqual([['抄送', expect.stringContaining('没有通知模板「case-informed」')]]);
  });

  it('walks through a shipped scenario as somebody would by hand', () => {
    const scenario = compiledScenarios.find(({ title }) => title.startsWith('超期'));
    const walked = scenario ? walkScenario(scenario, { release, demoPeople, validatorFor: serverValidatorFor }) : [];
    expect(walked).toHaveLength(1 + (scenario?.steps.filter((step) => !('then' in step)).length ?? 0) - 1);
    const steps = walked.slice(-2).map(({ world }) => openWork(world).map(({ step }) => step));
    expect(steps.map((open) => open.includes('事件处理'))).toEqual([true, false]);
  });

  it('starts a process that nothing else starts, and knows it by its name', () => {
    const item = {
      id: 'i',
      meeting: '',
      title: '查一次',
      post: 'community-officer',
      area: '620502005001',
      limit: 'action-item-short',
    };
    const once = did(startInRun(begun(), 'action-item', { item }));
    const twice = did(startInRun(once, 'action-item', { item }));
    expect(runSubjects(twice.world, twice.named).map(({ word }) => word)).toEqual(['议定事项', '议定事项 2']);
    expect(openWork(twice.world).map(({ step }) => step)).toEqual(['办理议定事项', '办理议定事项']);
    expect(scenarioLines(twice).lines.at(-1)?.sentence).toMatch(
      /^这时，「议定事项 2」办理中，正在办「办理议定事项」，由陈晓明办/,
    );
    expect(worldStory(twice.world, [...twice.named.processes.values()][0] ?? '')[0]?.zh).toBe('「议定事项」开始。');
    expect(startInRun(begun(), 'nothing', {})).toMatchObject({ ok: false });
  });

  it('can be kept only up to where its words would mean something else', () => {
    const first = did(waitUntilInRun(begun(), String(nextNotice(begun().world, 'dispute-coordination'))));
    const second = did(waitUntilInRun(first, String(nextNotice(first.world, 'dispute-coordination'))));
    const minutes = { attended: 5, summary: '议了路灯和停车两件事，分头去办。' };
    const older = openWork(second.world).at(0);
    const acted = older && did(completeInRun(second, older.holders[0]?.account ?? '', older.entry, { ...minutes }));
    expect(acted?.done.map(({ keepable }) => keepable)).toEqual([true, true, false]);
    expect(acted && scenarioLines(acted).beyond).toBe(1);
  });

  it('runs with one pretend person for each post of each area', () => {
    const people = pretendPeople(release);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(people.every(({ posts, name }) => posts.length === 1 && name.length <= 20)).toBe(true);
    const street = did(reportInRun(begun(people), people[0]?.account ?? '', grid, lamp));
    expect(openWork(street.world)[0]?.holders).toHaveLength(1);
  });
});
