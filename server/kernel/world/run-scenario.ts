import { startClock } from '../calendar/clock.ts';
import type { ValidatorFor } from '../forms/accept-submission.ts';
import type { Instant } from '../json.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import { complete, report, sendUp, startProcess, vacate } from './act.ts';
import { changeCalendar, moveClockOf, rebaseAll } from './clock-acts.ts';
import { appoint, choosePart, publishAreas } from './area-acts.ts';
import { expectationFailures } from './expectation-failures.ts';
import type { PlannedClockAct, PlannedCompletion, PlannedSendUp, PlannedStep, ScenarioPlan } from './scenario-plan.ts';
import { advanceTo } from './settle.ts';
import { stuckIn } from './stuck-elements.ts';
import { findOpenUserTask, instanceOf, nothingNamed, type Named } from './subjects.ts';
import { createWorld, type Done, type World } from './world.ts';
import { elementKey } from './world-state.ts';

/** What is not as a scenario says, at one of its steps. */
export interface ScenarioFailure {
  readonly step: number;
  readonly zh: string;
  readonly en: string;
}

/** How a scenario went; with failures the world is as it was when the last step ended. */
export interface ScenarioOutcome {
  readonly title: string;
  readonly failures: readonly ScenarioFailure[];
  readonly world: World | null;
}

/**
 * Runs a scenario in a world of its own. It stops at the first step that cannot be carried out; expectations that do not
 * hold are all collected.
 */
export function runScenario(plan: ScenarioPlan, release: CompiledRelease, validatorFor: ValidatorFor): ScenarioOutcome {
  const failures: ScenarioFailure[] = [];
  const named = nothingNamed();
  const stuck = new Set<string>();
  let world: World | null = null;
  for (const step of plan.steps) {
    if (step.do === 'begin') {
      world = createWorld({ release, people: step.people, assignments: step.assignments, now: step.at, validatorFor });
      continue;
    }
    const found = world ? [...performStep(world, named, step), ...newlyStuck(world, stuck)] : [notBegun];
    failures.push(...found.map((failure) => ({ step: step.index, ...failure })));
    if (found.length > 0 && step.do !== 'expect') break;
  }
  return { title: plan.title, failures, world };
}

type Sentence = { readonly zh: string; readonly en: string };

const notBegun: Sentence = { zh: '场景还没有开始。', en: 'The scenario has not begun.' };

/**
 * What has become stuck, by whatever step: nobody in a street would wait for it. Each is told once.
 *
 * @param known what is stuck already; the new is added
 */
function newlyStuck({ state }: World, known: Set<string>): readonly Sentence[] {
  return [...state.instances.values()].flatMap((instance) =>
    stuckIn(instance).flatMap(({ id, element, incident }) => {
      const key = elementKey(instance.instance.id, id);
      if (known.has(key)) return [];
      known.add(key);
      const name = instance.process.nodes.get(element)?.name || element;
      const of = instance.process.name;
      return [
        {
          zh: `流程「${of}」在「${name}」卡住了：${incident.zh}`,
          en: `The process "${of}" is stuck at "${name}": ${incident.en}`,
        },
      ];
    }),
  );
}

/**
 * Carries one step of a scenario out; the world and the names of its cases are changed in place.
 *
 * @returns sentences about what could not be done or is not as expected; none when all went well
 */
export function performStep(
  world: World,
  named: Named,
  step: Exclude<PlannedStep, { do: 'begin' }>,
): readonly Sentence[] {
  return [...perform(world, named, step), ...endless(world)];
}

function endless(world: World): readonly Sentence[] {
  if (world.state.endless === null) return [];
  const process = world.state.instances.get(world.state.endless)?.process;
  return [
    {
      zh: `流程「${process?.name ?? ''}」一直转圈，没有停下来等人或结束。请检查循环的条件。`,
      en: `The process "${process?.name ?? ''}" runs in circles and never waits or ends. Check the condition of the loop.`,
    },
  ];
}

function perform(world: World, named: Named, step: Exclude<PlannedStep, { do: 'begin' }>): readonly Sentence[] {
  switch (step.do) {
    case 'staff':
      appoint(world, step.holds);
      vacate(world, step.vacant);
      return [];
    case 'change-areas':
      publishAreas(world, step.areas, step.areaChanges);
      return [];
    case 'choose':
      return judge(choosePart(world, step.person, instanceOf(world, named, step.of), step.area), step.refused);
    case 'wait':
      return waitFor(world, step);
    case 'wait-until':
      return waitUntil(world, step.at);
    case 'report': {
      const done = report(world, step.person, step);
      if (done.ok) named.cases.set(step.name, done.value.id);
      return judge(done, step.refused);
    }
    case 'start': {
      const done = startProcess(world, step.process, step.variables);
      if (done.ok) named.processes.set(step.name, done.value);
      return judge(done, undefined);
    }
    case 'complete':
      return onUserTask(world, named, step, (entry) => complete(world, step.person, entry, step.data));
    case 'send-up':
      return onUserTask(world, named, step, (entry) => sendUp(world, step.person, entry, step.because));
    case 'clock':
      return onUserTask(world, named, step, (entry) => moveClockOf(world, step.person, entry, step.act));
    case 'change-calendar':
      changeCalendar(world, step.calendar);
      return [];
    case 'rebase':
      rebaseAll(world, step.because);
      return [];
    case 'expect':
      return expectationFailures(world, named, step);
  }
}

function waitFor(world: World, step: Extract<PlannedStep, { do: 'wait' }>): readonly Sentence[] {
  const { amount, unit, calendar } = step;
  const clock = startClock({ id: 'wait', title: '', amount, unit, calendar }, world.calendars, world.state.now);
  return clock
    ? waitUntil(world, clock.dueAt)
    : [{ zh: `没有工作日历「${calendar}」。`, en: `There is no calendar "${calendar}".` }];
}

function waitUntil(world: World, at: Instant): readonly Sentence[] {
  if (at < world.state.now) return [{ zh: '时间不能倒流。', en: 'Time cannot go back.' }];
  advanceTo(world, at);
  return [];
}

function onUserTask(
  world: World,
  named: Named,
  step: PlannedCompletion | PlannedSendUp | PlannedClockAct,
  act: (entry: NonNullable<ReturnType<typeof findOpenUserTask>>) => Done<unknown>,
): readonly Sentence[] {
  const entry = findOpenUserTask(world, named, step.of, step.element, step.person);
  if (!entry) {
    const name = world.release.processes.get(step.process)?.executable.nodes.get(step.element)?.name || step.element;
    return step.refused === 'user-task-stale'
      ? []
      : [{ zh: `现在没有要办的「${name}」。`, en: `There is no open "${name}" now.` }];
  }
  return judge(act(entry), step.refused);
}

function judge(done: Done<unknown>, refusal: string | undefined): readonly Sentence[] {
  if (done.ok)
    return refusal === undefined
      ? []
      : [{ zh: `本该被拒绝（${refusal}），却办成了。`, en: `It should have been refused (${refusal}) but was done.` }];
  if (done.code === refusal) return [];
  const problems = done.problems.map((problem) => problem.zh).join(' ');
  const english = done.problems.map((problem) => problem.en).join(' ');
  return [{ zh: `被拒绝（${done.code}）${problems}`, en: `It was refused (${done.code}) ${english}` }];
}
