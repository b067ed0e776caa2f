import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../server/kernel/bpmn/executable-process.ts';

/** A flow node of a drawing: its BPMN tag and id, and what stands in its element. */
interface DrawnNode {
  readonly tag: string;
  readonly id: string;
  readonly attributes?: string;
  readonly extensions?: string;
  readonly content?: string;
}

/** Mappings as `target: source`; a source is FEEL. */
interface Mappings {
  readonly inputs?: { readonly [target: string]: string };
  readonly outputs?: { readonly [target: string]: string };
  readonly stage?: string;
}

/** FEEL whose value is a function, which no variable can hold: a mapping with it fails. */
export const noData = 'function(x) x';

/** A flow `a -> b -> c`; each leg has the id `a-b`. */
type DrawnFlow = string | { readonly leg: string; readonly extra: string; readonly isDefault?: boolean };

export const start = (id = 'begin', { stage }: Mappings = {}): DrawnNode => ({
  tag: 'startEvent',
  id,
  extensions: stageOf(stage),
});

export const end = (id = 'end'): DrawnNode => ({ tag: 'endEvent', id });

export const plainTask = (id: string, mappings: Mappings = {}): DrawnNode => ({
  tag: 'task',
  id,
  extensions: mappingOf(mappings),
});

interface UserTaskWords extends Mappings {
  /** `post@area`; an area is FEEL, a post a literal or FEEL with `=`. Absent: nobody's. */
  readonly to?: string;
  readonly limit?: string;
  /** Limits of other stages, as `stage: limit`. */
  readonly stages?: { readonly [stage: string]: string };
  readonly ladder?: string;
  readonly form?: string;
  /** Attributes of `grid:approval`, `grid:told` and `grid:duties`, as they stand there. */
  readonly approval?: string;
  readonly told?: string;
  readonly duties?: string;
  /** Post that gets it while nobody holds the post. */
  readonly instead?: string;
}

export const userTask = (id: string, words: UserTaskWords = {}): DrawnNode => {
  const { to, limit, ladder, form, approval, told, duties, instead, stages = {}, ...mappings } = words;
  const [post = '', area = ''] = to?.split('@') ?? [];
  const fallback = instead === undefined ? '' : attribute('fallback', instead);
  const assignment =
    to === undefined ? '' : `<grid:assignment ${attribute('post', post)} ${attribute('area', area)} ${fallback}/>`;
  const together = Object.entries({ approval, told, duties }).map(([tag, attributes]) =>
    attributes === undefined ? '' : `<grid:${tag} ${attributes}/>`,
  );
  const rungs = ladder === undefined ? '' : attribute('ladder', ladder);
  const timeLimit = limit === undefined ? '' : `<grid:timeLimit ${attribute('limit', limit)} ${rungs}/>`;
  const others = Object.entries(stages).map(
    ([stage, id]) => `<grid:timeLimit ${attribute('limit', id)} ${attribute('stage', stage)} ${rungs}/>`,
  );
  const formDefinition = form === undefined ? '' : `<zeebe:formDefinition ${attribute('formId', form)}/>`;
  return {
    tag: 'userTask',
    id,
    extensions: assignment + together.join('') + timeLimit + others.join('') + formDefinition + mappingOf(mappings),
  };
};

interface JobWords extends Mappings {
  readonly type?: string;
  readonly retries?: number;
  readonly headers?: { readonly [key: string]: string };
}

export const serviceTask = (
  id: string,
  { type = 'work', retries = 3, headers = {}, ...mappings }: JobWords = {},
): DrawnNode => {
  const definition = `<zeebe:taskDefinition type="${type}" retries="${retries}"/>`;
  const list = Object.entries(headers).map(([key, value]) => `<zeebe:header key="${key}" value="${value}"/>`);
  const taskHeaders = list.length === 0 ? '' : `<zeebe:taskHeaders>${list.join('')}</zeebe:taskHeaders>`;
  return { tag: 'serviceTask', id, extensions: definition + taskHeaders + mappingOf(mappings) };
};

export const businessRuleTask = (id: string, decision: string, result: string, mappings: Mappings = {}): DrawnNode => ({
  tag: 'businessRuleTask',
  id,
  extensions: `<zeebe:calledDecision decisionId="${decision}" resultVariable="${result}"/>${mappingOf(mappings)}`,
});

export const exclusive = (id: string): DrawnNode => ({ tag: 'exclusiveGateway', id });
export const parallel = (id: string): DrawnNode => ({ tag: 'parallelGateway', id });

/** `date=…`, `duration=…` or `cycle=…`. */
type TimerWords = string;

export const timer = (id: string, when: TimerWords): DrawnNode => ({
  tag: 'intermediateCatchEvent',
  id,
  content: timerOf(when),
});

export const boundary = (id: string, host: string, when: TimerWords, { interrupting = true } = {}): DrawnNode => ({
  tag: 'boundaryEvent',
  id,
  attributes: `attachedToRef="${host}" cancelActivity="${interrupting}"`,
  content: timerOf(when),
});

/** A boundary timer that listens to a clock: `yellow`, `due`, `overdue PT2H`, `due@sign-for`. */
export const listening = (id: string, host: string, words: string, { interrupting = false } = {}): DrawnNode => {
  const [what = '', stage] = words.split('@');
  const [clock = '', after] = what.split(' ');
  const more = (after === undefined ? '' : attribute('after', after)) + (stage ? ` ${attribute('stage', stage)}` : '');
  return {
    tag: 'boundaryEvent',
    id,
    attributes: `attachedToRef="${host}" cancelActivity="${interrupting}"`,
    extensions: `<grid:listensTo ${attribute('clock', clock)} ${more}/>`,
    content: '<bpmn:timerEventDefinition/>',
  };
};

/** A leg that is taken when its condition holds. */
export const when = (leg: string, condition: string): DrawnFlow => ({ leg, extra: conditionOf(condition) });

/** The default leg out of its source. */
export const otherwise = (leg: string): DrawnFlow => ({ leg, extra: '', isDefault: true });

/** A leg that lets stages pass by themselves; taken always, or when a condition holds. */
export const passing = (leg: string, stages: string, because: string, condition = ''): DrawnFlow => ({
  leg,
  extra: `<bpmn:extensionElements><grid:passes stages="${stages}" because="${because}"/></bpmn:extensionElements>${conditionOf(condition)}`,
});

function conditionOf(condition: string): string {
  if (condition === '') return '';
  return `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(`=${condition}`)}</bpmn:conditionExpression>`;
}

/** The BPMN file of a drawing. */
export function drawing(nodes: readonly DrawnNode[], flows: readonly DrawnFlow[], id = 'drawn'): string {
  return bpmnFile(processOf(nodes, flows, id));
}

/** Compiles a drawing that must have no fault. */
export async function drawn(nodes: readonly DrawnNode[], flows: readonly DrawnFlow[]): Promise<ExecutableProcess> {
  const { processes, faults } = await compileBpmn(drawing(nodes, flows));
  const [process] = processes;
  if (!process) throw new Error(`the drawing does not compile: ${JSON.stringify(faults)}`);
  return process;
}

/** A BPMN file around processes. */
export function bpmnFile(processes: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:grid="https://gridloom.dev/schema/grid/1.0" id="file" targetNamespace="test">${processes}</bpmn:definitions>`;
}

/** The process element of a drawing. */
export function processOf(nodes: readonly DrawnNode[], flows: readonly DrawnFlow[], id = 'drawn'): string {
  const legs = flows.flatMap(legsOf);
  const defaults = new Map(legs.filter((leg) => leg.isDefault).map((leg) => [leg.source, leg.id]));
  const elements = nodes.map((node) => elementOf(node, defaults.get(node.id)));
  const flowElements = legs.map(
    (leg) =>
      `<bpmn:sequenceFlow id="${leg.id}" sourceRef="${leg.source}" targetRef="${leg.target}">${leg.extra}</bpmn:sequenceFlow>`,
  );
  return `<bpmn:process id="${id}" isExecutable="true">${[...elements, ...flowElements].join('\n')}</bpmn:process>`;
}

function legsOf(flow: DrawnFlow) {
  const { leg, extra, isDefault = false } = typeof flow === 'string' ? { leg: flow, extra: '' } : flow;
  const stops = leg.split('->').map((stop) => stop.trim());
  return stops.slice(1).map((target, index) => {
    const source = stops[index] ?? '';
    return { id: `${source}-${target}`, source, target, extra, isDefault };
  });
}

function elementOf({ tag, id, attributes = '', extensions = '', content = '' }: DrawnNode, standard?: string): string {
  const inside = extensions === '' ? '' : `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;
  const standardFlow = standard === undefined ? '' : `default="${standard}"`;
  return `<bpmn:${tag} id="${id}" ${standardFlow} ${attributes}>${inside}${content}</bpmn:${tag}>`;
}

function timerOf(when: TimerWords): string {
  const [kind = '', ...rest] = when.split('=');
  const tag = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' }[kind] ?? kind;
  return `<bpmn:timerEventDefinition><bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escaped(rest.join('='))}</bpmn:${tag}></bpmn:timerEventDefinition>`;
}

function mappingOf({ inputs = {}, outputs = {}, stage }: Mappings): string {
  const mapped = (tag: string, mappings: { readonly [target: string]: string }): string =>
    Object.entries(mappings)
      .map(([target, source]) => `<zeebe:${tag} ${attribute('source', `=${source}`)} ${attribute('target', target)}/>`)
      .join('');
  const all = mapped('input', inputs) + mapped('output', outputs);
  return (all === '' ? '' : `<zeebe:ioMapping>${all}</zeebe:ioMapping>`) + stageOf(stage);
}

function stageOf(stage: string | undefined): string {
  return stage === undefined ? '' : `<grid:stage id="${stage}"/>`;
}

function attribute(name: string, value: string): string {
  return `${name}="${escaped(value)}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
