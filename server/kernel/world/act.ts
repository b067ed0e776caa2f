import type { Position } from '../bpmn/process-instance.ts';
import { counterKey, caseNumber } from '../cases/number-case.ts';
import { newCaseProgress } from '../cases/case-progress.ts';
import { openCase } from '../cases/open-case.ts';
import { sendUpForm, type PastSubmission } from '../cases/story.ts';
import { acceptSubmission } from '../forms/accept-submission.ts';
import { describeSubmission } from '../forms/describe-submission.ts';
import type { FormDefinition } from '../forms/form-definition.ts';
import { isJsonArray, type JsonObject } from '../json.ts';
import { positionAbove } from '../ladders/position-above.ts';
import { localDate } from '../local-time.ts';
import { mayDoAt } from '../organization/asked-by-name.ts';
import { postsHeldBy } from '../organization/holders.ts';
import { isThere } from '../organization/area-changes.ts';
import { upwardsFrom } from '../organization/area-tree.ts';
import { reorganized } from './change-areas.ts';
import { sendOn } from './send-on.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { newId, refused, type Done, type World, type WorldCase } from './world.ts';
import { elementKey, type UserTaskEntry } from './world-state.ts';

/** A report as a person sends it. */
export interface WorldReport {
  readonly caseType: string;
  readonly area: string;
  readonly data: JsonObject;
}

/** Somebody reports a case. */
export function report(world: World, person: string, { caseType, area, data }: WorldReport): Done<WorldCase> {
  const definition = world.release.caseTypes.get(caseType);
  const form = definition && world.release.forms.get(definition.reportForm);
  const process = definition && world.release.processes.get(definition.process)?.executable;
  if (!definition || !form || !process) return refused('case-type-unknown');
  const ground = world.organization.tree.areas.get(area);
  if (!ground || !isThere(ground, localDate(world.state.now))) return refused('area-ended');
  const accepted = acceptSubmission(form, 'report', data, {}, world.validatorFor);
  if (!accepted.ok) return { ok: false, code: 'submission-invalid', problems: accepted.problems };
  const id = newId(world);
  const instance = newId(world);
  const opened = openCase(definition, accepted.plain, {
    id,
    area,
    reporterPost: reporterPost(world, person, area),
    channel: 'worker',
  });
  const key = counterKey(caseType, definition.numbering, world.state.now);
  const counter = (world.counters.get(key) ?? 0) + 1;
  world.counters.set(key, counter);
  const { title, place, category, wantsAnswer, variables } = opened;
  world.cases.set(id, {
    id,
    instance,
    number: caseNumber(definition.numbering, world.state.now, counter),
    title,
    place,
    area,
    category,
    caseType,
    wantsAnswer,
    progress: newCaseProgress,
    answeredAt: null,
    facts: {},
    tellings: [],
    submissions: [submissionOf(world, form, accepted.data, person, null)],
  });
  send(
    world,
    instance,
    { process, subject: { kind: 'case', id }, host: null },
    { type: 'create-instance', variables, by: { person } },
  );
  settle(world);
  const made = world.cases.get(id);
  return made ? { ok: true, value: made } : refused('case-unknown');
}

/**
 * Starts a process that no case, meeting or minutes starts.
 *
 * @returns the id of its instance
 */
export function startProcess(world: World, id: string, variables: JsonObject): Done<string> {
  const process = world.release.processes.get(id)?.executable;
  if (!process) return refused('process-unknown');
  const instance = newId(world);
  const advanced = send(
    world,
    instance,
    { process, subject: null, host: null },
    { type: 'create-instance', variables, by: { system: 'operator' } },
  );
  settle(world);
  return advanced.ok ? { ok: true, value: instance } : refused(advanced.code);
}

/** Somebody completes a user task with its form. */
export function complete(world: World, person: string, entry: UserTaskEntry, data: JsonObject): Done<null> {
  const instance = world.state.instances.get(entry.instance);
  const node = instance?.process.nodes.get(entry.element);
  if (!instance || node?.type !== 'userTask') return refused('user-task-unknown');
  const barred = barredFrom(world, person, entry);
  if (barred) return refused(barred);
  const form = node.form === undefined ? undefined : world.release.forms.get(node.form);
  const stored =
    instance.instance.scopes[entry.scope]?.elements.find((element) => element.id === entry.task)?.variables ?? {};
  const accepted = form
    ? acceptSubmission(form, node.id, data, stored, world.validatorFor)
    : { ok: true as const, data: {}, plain: {} };
  if (!accepted.ok) return { ok: false, code: 'submission-invalid', problems: accepted.problems };
  const about = instance.subject?.kind === 'case' ? world.cases.get(instance.subject.id) : undefined;
  if (about && form) {
    const answeredAt = answeredIn(accepted.plain) ? world.state.now : about.answeredAt;
    world.cases.set(about.id, {
      ...about,
      answeredAt,
      submissions: [...about.submissions, submissionOf(world, form, accepted.data, person, entry.task)],
    });
  }
  const advanced = send(world, entry.instance, instance, {
    type: 'complete-user-task',
    task: entry.task,
    scope: entry.scope,
    variables: accepted.plain,
    by: { person },
  });
  settle(world);
  return advanced.ok ? { ok: true, value: null } : refused(advanced.code);
}

/** Somebody hands a user task one level up with a reason (报上级). */
export function sendUp(world: World, person: string, entry: UserTaskEntry, because: string): Done<Position> {
  const instance = world.state.instances.get(entry.instance);
  const node = instance?.process.nodes.get(entry.element);
  if (!instance || node?.type !== 'userTask') return refused('user-task-unknown');
  const barred = barredFrom(world, person, entry);
  if (barred) return refused(barred);
  const to = positionAbove(
    world.organization,
    world.release.ladders.get(node.ladder ?? ''),
    entry.position,
    localDate(world.state.now),
  );
  if (!to) return refused('nobody-above');
  const about = instance.subject?.kind === 'case' ? world.cases.get(instance.subject.id) : undefined;
  const reason: PastSubmission = {
    at: world.state.now,
    person,
    userTask: entry.task,
    form: sendUpForm,
    lines: [{ title: '理由', text: because }],
    photos: [],
  };
  if (about) world.cases.set(about.id, { ...about, submissions: [...about.submissions, reason] });
  const advanced = send(world, entry.instance, instance, {
    type: 'reassign-user-task',
    task: entry.task,
    scope: entry.scope,
    to,
    because: 'cannot-solve',
    by: { person },
  });
  settle(world);
  return advanced.ok ? { ok: true, value: to } : refused(advanced.code);
}

/** Positions lose their holders; open user tasks there go to the fallback, as far as there is one. */
export function vacate(world: World, positions: readonly Position[]): void {
  const today = localDate(world.state.now);
  const gone = (held: Position): boolean =>
    positions.some((position) => position.post === held.post && position.area === held.area);
  const assignments = [...world.organization.assignments.values()]
    .flat()
    .map((held) => (gone(held) && (held.to === null || held.to > today) ? { ...held, to: today } : held));
  world.organization = reorganized(world, assignments);
  sendOn(world, gone, { system: 'operator' });
  settle(world);
}

function barredFrom(world: World, person: string, entry: UserTaskEntry): string | null {
  if (world.state.userTasks.get(elementKey(entry.instance, entry.task))?.state !== 'open') return 'user-task-stale';
  const today = localDate(world.state.now);
  return mayDoAt(world.organization, entry.position, entry.person, person, today) ? null : 'user-task-not-yours';
}

/** The post a reporter acts in: one they hold at the area or the nearest above it. */
function reporterPost(world: World, person: string, area: string): string {
  const held = postsHeldBy(world.organization, person, localDate(world.state.now));
  for (const upper of upwardsFrom(world.organization.tree, area)) {
    const post = held.find((assignment) => assignment.area === upper.code);
    if (post) return post.post;
  }
  return held[0]?.post ?? '';
}

/** A feedback form says how somebody was answered; not reached is no answer. */
function answeredIn(data: JsonObject): boolean {
  return typeof data['answeredAt'] === 'string' && data['how'] !== 'not-reached';
}

function submissionOf(
  world: World,
  form: FormDefinition,
  data: JsonObject,
  person: string,
  userTask: number | null,
): PastSubmission {
  const photos = Object.values(data)
    .flatMap((value) => (isJsonArray(value) ? value : []))
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
  return { at: world.state.now, person, userTask, form: form.id, lines: describeSubmission(form, data), photos };
}
