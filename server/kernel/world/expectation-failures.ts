import { localDate, localDateTime } from '../local-time.ts';
import { mayDoAt } from '../organization/asked-by-name.ts';
import { holdersOf } from '../organization/holders.ts';
import { nobodyHasIt } from './plan-expectation.ts';
import type { PlannedExpectation, Subject } from './scenario-plan.ts';
import { instanceOf, openUserTasks, tellingsOf, type Named } from './subjects.ts';
import { worldStory } from './world-story.ts';
import type { World } from './world.ts';

type Sentence = { readonly zh: string; readonly en: string };

/** Everything a `then` says that is not so. */
export function expectationFailures(world: World, named: Named, expected: PlannedExpectation): readonly Sentence[] {
  const instance = instanceOf(world, named, expected.of);
  if (!instance) return [{ zh: '说的这件事还不存在。', en: 'What it speaks of does not exist yet.' }];
  const progress =
    expected.of.kind === 'case' ? world.cases.get(named.cases.get(expected.of.name) ?? '')?.progress : undefined;
  const running = world.state.instances.get(instance)?.instance.status === 'running';
  const [userTask] = openUserTasks(world, named, expected.of);
  const on = localDate(world.state.now);
  const holders = userTask ? holdersOf(world.organization, userTask.position, on).map((held) => held.person) : [];
  const told = new Set(
    tellingsOf(world, named, expected.of).flatMap(({ to, at }) =>
      'person' in to ? [to.person] : holdersOf(world.organization, to, localDate(at)).map((held) => held.person),
    ),
  );
  const name = (person: string): string => (person === '' ? nobodyHasIt : (world.names.get(person) ?? person));
  return [
    ...same(
      '状态',
      'status',
      expected.status,
      progress ? (progress.status === 'open' ? 'open' : 'closed') : running ? 'open' : 'closed',
    ),
    ...same(
      '编号',
      'number',
      expected.number,
      expected.of.kind === 'case' ? world.cases.get(named.cases.get(expected.of.name) ?? '')?.number : undefined,
    ),
    ...same('环节', 'stage', expected.stage, progress?.stage),
    ...same('步骤', 'step', expected.element, userTask?.element),
    ...same('岗位', 'post', expected.post, userTask?.position.post),
    ...same('区域', 'area', expected.area, userTask?.position.area),
    ...same('灯', 'light', expected.light, progress?.light ?? userTask?.light ?? undefined),
    ...same('期限', 'due', spoken(expected.due), spoken(progress?.dueAt ?? userTask?.dueAt ?? undefined)),
    ...(expected.holder !== undefined && !(holders.length === 0 ? [''] : holders).includes(expected.holder)
      ? [differs('办理人', 'holder', name(expected.holder), holders.map(name).join('、') || nobodyHasIt)]
      : []),
    ...same(
      '自动通过的环节',
      'stages passed',
      expected.passed?.toSorted().join(' '),
      progress?.passed.toSorted().join(' '),
    ),
    ...(expected.told ?? [])
      .filter((person) => !told.has(person))
      .map((person) => ({ zh: `没有告知 ${name(person)}。`, en: `${name(person)} was not told.` })),
    ...(expected.notTold ?? [])
      .filter((person) => told.has(person))
      .map((person) => ({ zh: `不该告知 ${name(person)}。`, en: `${name(person)} should not have been told.` })),
    ...storyFailures(world, named, expected),
    ...workFailures(world, expected, name),
  ];
}

function spoken(instant: string | undefined): string | undefined {
  return instant && localDateTime(instant).slice(0, 16).replace('T', ' ');
}

function same(zh: string, en: string, expected: string | undefined, actual: string | undefined): Sentence[] {
  return expected === undefined || expected === actual ? [] : [differs(zh, en, expected, actual ?? '')];
}

function differs(zh: string, en: string, expected: string, actual: string): Sentence {
  return {
    zh: `${zh}应当是「${expected}」，实际是「${actual}」。`,
    en: `${en} should be "${expected}" but is "${actual}".`,
  };
}

function storyFailures(world: World, named: Named, expected: PlannedExpectation): Sentence[] {
  if (!expected.story) return [];
  const sentences = storyIn(world, named, expected.of);
  let from = 0;
  for (const piece of expected.story) {
    const at = sentences.findIndex((sentence, index) => index >= from && sentence.includes(piece));
    if (at < 0)
      return [
        {
          zh: `经过里没有（按先后）「${piece}」。经过是：${sentences.join(' / ')}`,
          en: `The story does not say (in this order) "${piece}". It says: ${sentences.join(' / ')}`,
        },
      ];
    from = at + 1;
  }
  return [];
}

/** The sentences of a case's story, each with what was filled in. */
function storyIn(world: World, named: Named, subject: Subject): readonly string[] {
  const about = subject.kind === 'case' ? world.cases.get(named.cases.get(subject.name) ?? '') : undefined;
  const lines = about ? worldStory(world, about.instance) : [];
  return lines.map((line) => [line.zh, ...line.lines.map(({ title, text }) => `${title}：${text}`)].join(' '));
}

function workFailures(world: World, expected: PlannedExpectation, name: (person: string) => string): Sentence[] {
  const on = localDate(world.state.now);
  return Object.entries(expected.work ?? {}).flatMap(([person, elements]) => {
    const open = [...world.state.userTasks.values()]
      .filter(
        (entry) => entry.state === 'open' && mayDoAt(world.organization, entry.position, entry.person, person, on),
      )
      .map((entry) => entry.element)
      .toSorted();
    return same(`${name(person)} 的待办`, `work of ${name(person)}`, elements.join(' '), open.join(' '));
  });
}
