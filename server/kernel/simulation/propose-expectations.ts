import { localDate } from '../local-time.ts';
import { holdersOf } from '../organization/holders.ts';
import { expectationFailures } from '../world/expectation-failures.ts';
import { planExpectation } from '../world/plan-expectation.ts';
import type { PlannedExpectation } from '../world/scenario-plan.ts';
import { scenarioReading, type ScenarioReading } from '../world/scenario-reading.ts';
import type { ScenarioExpectation } from '../world/scenario.ts';
import { openUserTasks, tellingsOf } from '../world/subjects.ts';
import { runSubjects, type RunSubject } from './run-subjects.ts';
import { areaWord, personWord, postWord, stageWord, userTaskWord } from './scenario-names.ts';
import type { Simulation } from './simulation.ts';

type Run = Pick<Simulation, 'world' | 'named' | 'words' | 'people'>;

const lightWords = { green: '正常', yellow: '临期', red: '超期', paused: '挂起' } as const;

/**
 * What a scenario may expect after an act: for everything the act changed, how it stands now. Only what a run of the
 * scenario would find to be so is proposed.
 */
export function proposeExpectations(before: Run, after: Run): readonly ScenarioExpectation[] {
  const earlier = new Map(
    runSubjects(before.world, before.named).map((subject) => [subject.instance, standing(before, subject)]),
  );
  return runSubjects(after.world, after.named).flatMap((subject) => {
    const was = earlier.get(subject.instance);
    const is = standing(after, subject);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const told = is.told?.filter((person) => !was?.told?.includes(person)) ?? [];
    const { told: _everybody, ...stands } = is;
    const expectation = { ...stands, ...(told.length > 0 ? { told } : {}) };
    return holds(after, expectation) ? [expectation] : [];
  });
}

function standing({ world, named, words, people }: Run, { subject, word, instance }: RunSubject): ScenarioExpectation {
  const { release } = words;
  const progress = [...world.cases.values()].find((about) => about.instance === instance)?.progress;
  const running = world.state.instances.get(instance)?.instance.status === 'running';
  const [userTask] = openUserTasks(world, named, subject);
  const on = localDate(world.state.now);
  const [holder] = userTask ? holdersOf(world.organization, userTask.position, on) : [];
  const process = world.state.instances.get(instance)?.process.id ?? '';
  const light = progress?.light ?? userTask?.light;
  const told = tellingsOf(world, named, subject).flatMap(({ to, at }) =>
    'person' in to ? [to.person] : holdersOf(world.organization, to, localDate(at)).map((held) => held.person),
  );
  return {
    of: word,
    status: (progress ? progress.status === 'open' : running) ? '办理中' : '已办结',
    ...(progress && progress.stage !== '' ? { stage: stageWord(release, progress.stage) } : {}),
    ...(userTask ? { step: userTaskWord(release, subject, process, userTask.element) } : {}),
    ...(holder ? { holder: personWord(people, holder.person) } : {}),
    ...(userTask && !holder
      ? { post: postWord(release, userTask.position.post), area: areaWord(release, userTask.position.area) }
      : {}),
    ...(light ? { light: lightWords[light] } : {}),
    ...(progress && progress.passed.length > 0
      ? { passed: progress.passed.map((stage) => stageWord(release, stage)) }
      : {}),
    ...(told.length > 0 ? { told: [...new Set(told)].map((person) => personWord(people, person)) } : {}),
  };
}

/** Whether the scenario would understand the expectation, and find it to be so. */
function holds(run: Run, expectation: ScenarioExpectation): boolean {
  const reading = readingOf(run);
  const planned = planExpectation(reading, expectation, '');
  return reading.faults.length === 0 && planned?.do === 'expect' && isSo(run, planned);
}

function isSo({ world, named }: Run, planned: PlannedExpectation): boolean {
  return expectationFailures(world, named, planned).length === 0;
}

function readingOf({ words, people, named, world }: Run): ScenarioReading {
  const reading = scenarioReading(words);
  reading.people = people;
  for (const name of named.cases.keys()) reading.cases.add(name);
  for (const [name, instance] of named.processes)
    reading.started.set(name, world.state.instances.get(instance)?.process.id ?? '');
  for (const item of world.actionItems.values()) reading.actionItems.add(item.title);
  return reading;
}
