import { shownClock } from '../../kernel/bpmn/user-task-clocks.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ElementInstance, ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';
import { isJsonObject, textIn } from '../../kernel/json.ts';
import { inboxIncident, lastLetterError } from '../../database/inbox.ts';
import { incidentsOf, jobsOf } from '../../database/instance-details.ts';
import { readHistory, type HistoryRow } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook, type NameBook } from '../organization/position-views.ts';
import { iterationsBegun } from '../process-instances/iterations-begun.ts';
import { subjectOf } from './find-instances.ts';
import { eventNames, historyLines } from './instance-words.ts';
import { maskedVariables, personalNames, type PersonalNames } from './masked-variables.ts';
import { operatedInstance, type OperatedInstance } from './operated-instance.ts';
import type { Operator } from './operator.ts';

/**
 * The whole story of one instance: its drawing with the tokens, variables, what it waits for, what it is stuck by, and
 * everything that has happened to it as sentences.
 *
 * @throws Refusal `instance-unknown`
 */
export async function readOperatedInstance(context: Context, tx: Transaction, operator: Operator, id: string) {
  const operated = await operatedInstance(context, tx, operator, id);
  const { view, details, instance, release, process } = operated;
  const history = await readHistory(tx, context.tenant, view.bucket, id);
  const names = await namesFor(context, tx, operated, history);
  const jobs = await jobsOf(tx, context.tenant, id);
  const incidents = await incidentsOf(tx, context.tenant, id);
  const alive = aliveIn(instance);
  const technical = new Map(
    alive.flatMap(({ id: number, incident }) =>
      incident?.detail === undefined ? [] : [[number, incident.detail] as const],
    ),
  );
  if (incidents.some(({ element }) => element === inboxIncident))
    technical.set(inboxIncident, (await lastLetterError(tx, { tenant: context.tenant, instance: id })) ?? '');
  const name = (element: string): string => process.nodes.get(element)?.name || element;
  const at = (element: number): { readonly element: string; readonly title: string } => {
    const node = alive.find(({ id: number }) => number === element)?.element ?? '';
    return { element: node, title: name(node) };
  };
  return {
    id,
    asOf: tx.now,
    process: { id: view.process, title: process.name },
    version: { id: view.manifestHash, version: release.manifest.version },
    status: instance.status,
    suspendedAt: instance.suspendedAt ?? null,
    area: details.area === null ? null : names.area(details.area),
    subject: subjectOf({ ...details, ...view }),
    startedAt: details.startedAt,
    endedAt: details.endedAt,
    diagram: diagramOf(operated, names, history),
    tokens: alive.map((element) => tokenOf(element, name)),
    variables: variablesOf(instance, name, personalNames(release)),
    jobs: jobs.map(({ element, ...job }) => ({ ...job, ...at(element) })),
    timers: timersOf(instance, name),
    subscriptions: subscriptionsOf(instance, name),
    incidents: incidents.map(({ element, ...incident }) => ({
      id: element,
      ...incident,
      ...at(element),
      detail: technical.get(element) || null,
    })),
    history: historyLines(
      history.map(({ seq, at: when, event }) => ({ seq, at: when, event: event as unknown as ProcessEvent })),
      eventNames(release, process, names),
    ),
    iterations: iterationsBegun(history),
    steps: stepsOf(process),
    may: { repair: operator.mayRepair(details.area) },
  };
}

/** Names of the people and positions the history speaks of. */
async function namesFor(
  context: Context,
  tx: Transaction,
  { release, instance }: OperatedInstance,
  history: readonly HistoryRow[],
): Promise<NameBook> {
  const positions = history.flatMap(({ event }) => (isJsonObject(event['position']) ? [event['position']] : []));
  const areas = [
    ...positions.map((position) => textIn(position['area'])),
    ...aliveIn(instance).flatMap(({ userTask }) => (userTask ? [userTask.position.area] : [])),
  ];
  const people = history.flatMap(({ event }) => {
    const by = event['by'];
    return isJsonObject(by) && typeof by['person'] === 'string' ? [by['person']] : [];
  });
  return nameBook(context, tx, release, [...new Set(areas)].filter(Boolean), [...new Set(people)]);
}

/** Element instances of all scopes, the outermost first. */
export function aliveIn(instance: ProcessInstance): readonly ElementInstance[] {
  return instance.status === 'running' ? Object.values(instance.scopes).flatMap((scope) => scope.elements) : [];
}

function diagramOf({ instance, xml }: OperatedInstance, names: NameBook, history: readonly HistoryRow[]) {
  const past = (type: string, field: string): readonly string[] => [
    ...new Set(history.flatMap(({ event }) => (event['type'] === type ? textIn(event[field]) : []))),
  ];
  return {
    xml,
    tokens: aliveIn(instance).map(({ element, userTask, incident }) => ({
      element,
      light: (userTask && shownClock(userTask)?.light) ?? null,
      incident: incident !== undefined,
      holder: userTask && userTask.position.post !== '' ? holderWords(names, userTask.position) : '',
    })),
    visited: past('element-left', 'element'),
    flows: past('sequence-flow-taken', 'flow'),
  };
}

function holderWords(names: NameBook, position: { readonly post: string; readonly area: string }): string {
  const { holders, postTitle } = names.position(position);
  return holders.map((holder) => holder.name).join('、') || postTitle;
}

function tokenOf(element: ElementInstance, name: (id: string) => string) {
  const { id, scope, element: node, state, incident, iteration } = element;
  return {
    id,
    scope,
    element: node,
    title: name(node),
    state,
    stuck: incident !== undefined,
    iteration: iteration ?? null,
  };
}

function variablesOf(instance: ProcessInstance, name: (id: string) => string, personal: PersonalNames) {
  const scopes = Object.values(instance.scopes).map((scope) => ({
    scope: scope.id,
    element: null as number | null,
    title: scope.id === 0 ? null : name(scope.element),
    values: maskedVariables(scope.variables, personal),
  }));
  const locals = aliveIn(instance)
    .filter(({ variables }) => Object.keys(variables).length > 0)
    .map(({ id, scope, element, variables }) => ({
      scope,
      element: id as number | null,
      title: name(element),
      values: maskedVariables(variables, personal),
    }));
  return [...scopes, ...locals];
}

function timersOf(instance: ProcessInstance, name: (id: string) => string) {
  const ofElements = aliveIn(instance).flatMap((element) => timerLines(element.timers, name(element.element), name));
  return [
    ...ofElements,
    ...scopesOf(instance).flatMap((scope) => timerLines(scope.timers ?? {}, name(scope.element), name)),
  ].toSorted((one, other) => one.due.localeCompare(other.due));
}

function timerLines(timers: ElementInstance['timers'], title: string, name: (id: string) => string) {
  return Object.entries(timers).map(([key, { due, cycle }]) => ({
    title: key === 'timer' || key.startsWith('light:') ? title : `${title} · ${name(key)}`,
    key,
    due,
    cycle: cycle ?? null,
  }));
}

function subscriptionsOf(instance: ProcessInstance, name: (id: string) => string) {
  const lines = (of: Pick<Scope, 'subscriptions' | 'element'>) =>
    Object.entries(of.subscriptions ?? {}).map(([key, { kind, name: what, correlation }]) => ({
      title: name(of.element),
      key,
      kind,
      name: what,
      correlation: correlation ?? null,
    }));
  return [...aliveIn(instance), ...scopesOf(instance)].flatMap(lines);
}

function scopesOf(instance: ProcessInstance): readonly Scope[] {
  return instance.status === 'running' ? Object.values(instance.scopes) : [];
}

/** Where a token may be put by hand: starts, boundary events and what waits behind an event-based gateway are entered otherwise. */
function stepsOf({ nodes, flows }: ExecutableProcess) {
  const isAwaited = (incoming: readonly string[]): boolean =>
    incoming.some((flow) => nodes.get(flows.get(flow)?.source ?? '')?.type === 'eventBasedGateway');
  return [...nodes.values()]
    .filter(({ type, incoming }) => type !== 'startEvent' && type !== 'boundaryEvent' && !isAwaited(incoming))
    .map(({ id, name }) => ({ id, title: name || id }));
}
