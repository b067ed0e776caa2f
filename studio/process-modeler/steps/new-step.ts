import { builtInJobs, type ProcessPart } from '../../../server/kernel/release/process-contract.ts';
import type { BpmnFactory, ElementFactory, ModelElement, NewShape } from '../canvas/diagram.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { limitFor } from '../model/limit-facts.ts';
import { attributeOf } from '../model/step-facts.ts';
import { type ClockMoment, writeListening } from '../model/timer-words.ts';
import type { StepKind } from './step-kind.ts';

/** What a new step is made from. */
export interface StepGround {
  readonly factory: BpmnFactory;
  readonly shapes: ElementFactory;
  readonly vocabulary: Vocabulary;
  readonly part: ProcessPart | null;
  /** What a new step of each kind is called until somebody names it. */
  readonly nameOf: (kind: StepKind) => string;
  /** The user task before the new step: who comes after somebody usually works under like conditions. */
  readonly before: ModelElement | undefined;
  /** The stage of the step before. */
  readonly stage: string | undefined;
}

type Extension = readonly [type: string, attributes: object];

const types: Readonly<Record<StepKind, string>> = {
  'user-task': 'bpmn:UserTask',
  together: 'bpmn:UserTask',
  choice: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  wait: 'bpmn:IntermediateCatchEvent',
  notice: 'bpmn:ServiceTask',
  rule: 'bpmn:BusinessRuleTask',
  job: 'bpmn:ServiceTask',
  end: 'bpmn:EndEvent',
  start: 'bpmn:StartEvent',
};

/** Steps that are drawn as boxes, with room for a name and who does it. */
const box = { width: 112, height: 58 };

/**
 * Makes a step that can run as it is wherever the street has what it needs: post, area, limit and form of a user task
 * are those of the user task before, or the first that fit.
 */
export function newStep(ground: StepGround, kind: StepKind): NewShape {
  const { factory, shapes } = ground;
  const type = types[kind];
  const step = factory.create(type, { name: ground.nameOf(kind) });
  extend(factory, step, [...stageOf(ground, kind), ...extensionsOf(ground, kind)]);
  if (kind === 'wait') nest(step, 'eventDefinitions', [oneDay(factory)]);
  return shapes.createShape({ type, businessObject: step, ...(type.endsWith('Task') ? box : {}) });
}

/** A timer on the edge of a user task: after a day something else begins, and the work goes on. */
export function newTimer({ factory, shapes }: Pick<StepGround, 'factory' | 'shapes'>, name: string): NewShape {
  const event = factory.create('bpmn:BoundaryEvent', { name, cancelActivity: false });
  nest(event, 'eventDefinitions', [oneDay(factory)]);
  return shapes.createShape({ type: 'bpmn:BoundaryEvent', businessObject: event });
}

/** A timer that listens to a limit of its user task instead: when it is due, until somebody says otherwise. */
export function newClockTimer(
  { factory, shapes }: Pick<StepGround, 'factory' | 'shapes'>,
  name: string,
  stage: ClockMoment['stage'],
): NewShape {
  const event = factory.create('bpmn:BoundaryEvent', { name, cancelActivity: false });
  extend(factory, event, [['grid:ListensTo', writeListening({ kind: 'clock', clock: 'due', stage, after: null })]]);
  nest(event, 'eventDefinitions', [factory.create('bpmn:TimerEventDefinition')]);
  return shapes.createShape({ type: 'bpmn:BoundaryEvent', businessObject: event });
}

function oneDay(factory: BpmnFactory): ModelElement {
  const timer = factory.create('bpmn:TimerEventDefinition');
  const time = factory.create('bpmn:FormalExpression', { body: 'P1D' });
  return nest(timer, 'timeDuration', time);
}

function stageOf({ stage }: StepGround, kind: StepKind): Extension[] {
  const works = ['user-task', 'together', 'notice', 'rule', 'job'].includes(kind);
  return stage === undefined || !works ? [] : [['grid:Stage', { id: stage }]];
}

function extensionsOf(ground: StepGround, kind: StepKind): Extension[] {
  switch (kind) {
    case 'user-task':
      return userTask(ground);
    case 'together':
      return together(ground);
    case 'notice':
      return notice(ground);
    case 'rule':
      return rule(ground);
    case 'job':
      return [['zeebe:TaskDefinition', { type: jobsFor(ground.part)[0] ?? '', retries: '3' }]];
    default:
      return [];
  }
}

function userTask({ vocabulary, before, part }: StepGround): Extension[] {
  const like = (extension: string, name: string): string | undefined =>
    before === undefined ? undefined : attributeOf(before, extension, name);
  const handling = before === undefined ? undefined : limitFor(before, 'handle');
  const form = like('zeebe:FormDefinition', 'formId') ?? vocabulary.forms[0]?.id;
  const post = constant(like('grid:Assignment', 'post')) ?? vocabulary.posts.find(({ group }) => group === 'upper')?.id;
  const limit = constant(handling?.limit) ?? vocabulary.limits[0]?.id;
  const ladder = handling?.ladder;
  const area = like('grid:Assignment', 'area') ?? areaOf(part);
  return [
    ...(post === undefined || area === undefined ? [] : [['grid:Assignment', { post, area }] as const]),
    ...(limit === undefined
      ? []
      : [['grid:TimeLimit', { limit, ...(ladder === undefined ? {} : { ladder }) }] as const]),
    ...(form === undefined ? [] : [['zeebe:FormDefinition', { formId: form }] as const]),
  ];
}

/** 会签 of the post before and whoever stands in for it, with the form of the base pack that asks for the answer. */
function together(ground: StepGround): Extension[] {
  const { vocabulary } = ground;
  const opinion = vocabulary.forms.find(({ id }) => id === 'opinion');
  const one = userTask(ground).filter(([type]) => opinion === undefined || type !== 'zeebe:FormDefinition');
  const [post] = one.flatMap(([type, attributes]) =>
    type === 'grid:Assignment' && 'post' in attributes ? [String(attributes.post)] : [],
  );
  const cover = vocabulary.posts.find(({ id }) => id === post)?.fallback;
  const posts = [post, cover].filter((id) => id !== undefined).join(' ');
  return [
    ...one,
    ['grid:Approval', { mode: 'all', posts }],
    ...(opinion === undefined ? [] : [['zeebe:FormDefinition', { formId: opinion.id }] as const]),
  ];
}

/** What a decision has chosen for one step is not what another one wants. */
function constant(value: string | undefined): string | undefined {
  return value?.startsWith('=') === true ? undefined : value;
}

/** Where the work of a process is, as it knows from its beginning. */
export function areaOf(part: ProcessPart | null): string | undefined {
  if (part === null) return undefined;
  return { case: '=case.area', meeting: '=meeting.area', 'action-item': '=item.area', ladder: '=ladder.area' }[part];
}

function notice({ vocabulary, part }: StepGround): Extension[] {
  const post = vocabulary.posts.find(({ group }) => group === 'head')?.id ?? vocabulary.posts[0]?.id;
  const area = areaOf(part);
  const inputs = [
    { source: `=${JSON.stringify(post === undefined ? [] : [post])}`, target: 'posts' },
    ...(area === undefined ? [] : [{ source: area, target: 'area' }]),
  ];
  return [
    ['zeebe:TaskDefinition', { type: 'grid:notify', retries: '3' }],
    ['zeebe:TaskHeaders', { values: [['zeebe:Header', { key: 'notice', value: vocabulary.notices[0]?.id ?? '' }]] }],
    ['zeebe:IoMapping', { inputParameters: inputs.map((input) => ['zeebe:Input', input]) }],
  ];
}

function rule({ vocabulary }: StepGround): Extension[] {
  const decisionId = vocabulary.decisions[0]?.id ?? '';
  return [['zeebe:CalledDecision', { decisionId, resultVariable: variableName(decisionId) }]];
}

/** `handling-level` → `handlingLevel`: a name FEEL reads as one word. */
export function variableName(id: string): string {
  return (
    id.replaceAll(/[^\p{L}\p{N}]+(\p{L}|\p{N})?/gu, (_all, next?: string) => next?.toUpperCase() ?? '') || 'result'
  );
}

/** The built-in jobs, without telling people, that a process of this part may have. */
export function jobsFor(part: ProcessPart | null): readonly string[] {
  return Object.entries(builtInJobs)
    .filter(([type, { parts }]) => type !== 'grid:notify' && (part === null || parts.includes(part)))
    .map(([type]) => type);
}

/** Puts extension elements into a step that is not on the drawing yet. */
function extend(factory: BpmnFactory, step: ModelElement, extensions: readonly Extension[]): void {
  if (extensions.length === 0) return;
  const holder = factory.create('bpmn:ExtensionElements');
  nest(
    holder,
    'values',
    extensions.map((extension) => made(factory, extension)),
  );
  nest(step, 'extensionElements', holder);
}

/** An element with all that stands inside it; a member that is a list of pairs is a list of elements. */
function made(factory: BpmnFactory, [type, attributes]: Extension): ModelElement {
  const plain = Object.entries(attributes).filter(([, value]) => !Array.isArray(value));
  const element = factory.create(type, Object.fromEntries(plain));
  for (const [member, value] of Object.entries(attributes))
    if (Array.isArray(value))
      nest(
        element,
        member,
        value.map((one) => made(factory, one as Extension)),
      );
  return element;
}

/** Sets a member of an element that nobody has seen yet, and tells what is inside where it is. */
function nest(parent: ModelElement, member: string, inside: ModelElement | readonly ModelElement[]): ModelElement {
  for (const one of [inside].flat()) Object.assign(one, { $parent: parent });
  return Object.assign(parent, { [member]: inside });
}
