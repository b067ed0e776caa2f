import type { RunningClock } from '../calendar/clock.ts';
import { calendarsNow, calendarsOfClock } from '../calendar/own-calendars.ts';
import type { Evaluation, EvaluationContext, EvaluationFault, Expression } from '../feel/expression.ts';
import type { Json, JsonObject } from '../json.ts';
import { applyTo } from './apply.ts';
import { lookupKey, type Answer, type Lookup } from './commands.ts';
import type { ProcessEvent } from './events.ts';
import type { ExecutableProcess, FlowNode, ScopeDefinition } from './executable-process.ts';
import type { Given } from './given.ts';
import { InstanceDraft } from './instance-draft.ts';
import type { ElementInstance, Incident, ProcessInstance, Scope, Work } from './process-instance.ts';

/** What comes to a flow node with its token. */
interface Arrival {
  /** Variables that came with the event it is or begins by. */
  readonly variables?: JsonObject;
  /** Of an event sub-process: the start event it begins at. */
  readonly start?: string;
}

/**
 * What one kind of flow node does, in the moments of its life. A verb answers a fault when the element is stuck (it
 * becomes an incident and the element stays), else null. Behaviours emit events and schedule work, nothing more.
 */
export interface Behaviour<Node extends FlowNode> {
  /** A token has come in; ends by waiting (`element-waiting`) or by `leave`. Run again when an incident is resolved. */
  readonly enter: (
    execution: Execution,
    node: Node,
    element: ElementInstance,
    arrival: Arrival,
  ) => EvaluationFault | null;
  /** It does what it was entered for, once everything that was on its way before it has come where it goes. */
  readonly act?: (execution: Execution, node: Node, element: ElementInstance) => EvaluationFault | null;
  /** What it waited for has happened; `variables` came with it. */
  readonly complete?: (
    execution: Execution,
    node: Node,
    element: ElementInstance,
    variables: JsonObject,
  ) => EvaluationFault | null;
  /** Something it listens to itself has happened. */
  readonly trigger?: (
    execution: Execution,
    node: Node,
    element: ElementInstance,
    key: string,
    variables: JsonObject,
  ) => EvaluationFault | null;
  /** It is taken away before it was done: closes what the world holds for it. */
  readonly cancel?: (execution: Execution, node: Node, element: ElementInstance) => void;
  /** Nothing goes on inside it any more. */
  readonly insideDone?: (execution: Execution, node: Node, element: ElementInstance) => EvaluationFault | null;
}

/** Finds the behaviour of a flow node; given to an execution, so that behaviours can ask for each other's. */
export type Behaviours = <Node extends FlowNode>(node: Node) => Behaviour<Node>;

/**
 * A step while it runs: the instance so far, what has happened, and what is still to do. It lives inside one call of
 * `step` and is never seen outside. Behaviours change nothing themselves: they `emit` events and `schedule` work.
 */
export class Execution {
  readonly process: ExecutableProcess;
  readonly given: Given;
  readonly events: ProcessEvent[] = [];
  /** Scopes something has happened in since all was at rest: their joins are looked at, and whether they are done. */
  readonly touched = new Set<number>();
  /** Scopes whose variables have changed since conditions were looked at. */
  readonly changed = new Set<number>();
  readonly #draft: InstanceDraft;
  readonly #closed = new Set<number>();
  #work: Work[] = [];
  #next = 0;

  readonly behaviourOf: Behaviours;

  constructor(process: ExecutableProcess, instance: ProcessInstance, given: Given, behaviourOf: Behaviours) {
    this.process = process;
    this.#draft = new InstanceDraft(instance);
    this.given = given;
    this.behaviourOf = behaviourOf;
  }

  /** The instance so far. */
  get instance(): ProcessInstance {
    return this.#draft.now;
  }

  emit(event: ProcessEvent): void {
    this.events.push(event);
    applyTo(this.#draft, event);
    if (event.type === 'scope-closed') this.#closed.add(event.scope);
    else if (event.type === 'scope-opened') this.touched.add(event.id);
    else if ('scope' in event) this.touched.add(event.scope);
    if (event.type === 'variables-set') this.changed.add(event.scope);
  }

  schedule(work: Work): void {
    this.#work.push(work);
  }

  /** The next piece of work, in the order in which it was scheduled. */
  nextWork(): Work | undefined {
    const work = this.#work[this.#next];
    if (work === undefined) return undefined;
    this.#next += 1;
    if (this.#next > 1024) {
      this.#work = this.#work.slice(this.#next);
      this.#next = 0;
    }
    return work;
  }

  /** What is scheduled and not yet done. */
  get pending(): readonly Work[] {
    return this.#work.slice(this.#next);
  }

  /** Whether anything is on its way inside a scope. */
  isExpected(scope: number): boolean {
    for (let at = this.#next; at < this.#work.length; at += 1) if (this.#work[at]?.scope === scope) return true;
    return false;
  }

  /** Takes away what is on its way inside a scope that is being interrupted. */
  dropWork(scope: number): void {
    if (!this.isExpected(scope)) return;
    this.#work = this.pending.filter((work) => work.scope !== scope);
    this.#next = 0;
  }

  /** The flow node with this id. @throws Error when the process has none: the stored state is of another process */
  node(id: string): FlowNode {
    const node = this.process.nodes.get(id);
    if (!node) throw new Error(`process ${this.process.id} has no element ${id}`);
    return node;
  }

  /** What is inside the process or the sub-process that a scope is of; null around a single iteration. */
  definition(scope: Scope): ScopeDefinition | null {
    if (scope.parent === null && this.instance.iteration) return null;
    return this.process.scopes.get(scope.element) ?? null;
  }

  /** A scope that is alive. @throws Error when it is not: a bug of the engine */
  scope(id: number): Scope {
    const scope = this.scopeIfAlive(id);
    if (!scope) throw new Error(`scope ${id} of instance ${this.instance.id} is not alive`);
    return scope;
  }

  /** A scope, or undefined when it has gone; one that is not loaded ends the step with `Needs`. */
  scopeIfAlive(id: number): Scope | undefined {
    const scope = this.instance.scopes[id];
    if (scope || this.#closed.has(id) || this.given.missing?.has(id)) return scope;
    throw new NeedsSignal([id], []);
  }

  /** The element instance as it is now, or undefined when it has gone. */
  element(scope: number, id: number): ElementInstance | undefined {
    return this.scopeIfAlive(scope)?.elements.find((element) => element.id === id);
  }

  /** The element instance as it is now. @throws Error when it has gone: a bug of the engine */
  now({ scope, id }: ElementInstance): ElementInstance {
    const element = this.element(scope, id);
    if (!element) throw new Error(`element instance ${id} is not in scope ${scope} any more`);
    return element;
  }

  /** The element instance whose inside a scope is; null for the process. */
  host(scope: Scope): ElementInstance | null {
    if (scope.parent === null) return null;
    return this.scope(scope.parent).elements.find((element) => element.id === scope.id) ?? null;
  }

  /** What an element sees: the variables of its scope and all enclosing ones, covered by its own. */
  visible(scope: number, own?: JsonObject): JsonObject {
    const { parent, variables, closed } = this.scope(scope);
    const below = parent === null || closed ? variables : { ...this.visible(parent), ...variables };
    return own === undefined ? below : { ...below, ...own };
  }

  evaluate(expression: Expression, variables: JsonObject): Evaluation {
    return expression.evaluate(this.contextFor(variables));
  }

  /** What an expression may see at this step. */
  contextFor(variables: JsonObject): EvaluationContext {
    return { variables, now: this.given.now };
  }

  /** The calendars the instance counts by: those of its release, unless it was re-based onto others. */
  get calendars(): Given['calendars'] {
    return calendarsNow(this.given.calendars, this.instance.calendars);
  }

  /** The calendars that a clock counts by, which may be older than the release of its instance. */
  calendarsOf(clock: RunningClock): Given['calendars'] {
    return calendarsOfClock(this.given.calendars, this.instance.calendars, clock);
  }

  /** The answer to a question about the world; a question not yet answered ends the step with `Needs`. */
  ask(lookup: Lookup): Answer {
    const answer = this.given.answers.get(lookupKey(lookup));
    if (!answer) throw new NeedsSignal([], [lookup]);
    return answer;
  }

  /** A token comes into a flow node: a new element instance, with the next id of its instance. */
  enter(node: FlowNode, { scope, flow, iteration, compensates }: Coming): ElementInstance {
    const id = this.instance.nextId;
    this.emit({
      type: 'element-entered',
      id,
      element: node.id,
      scope,
      flow,
      ...(iteration === undefined ? {} : { iteration }),
      ...(compensates === undefined ? {} : { compensates }),
    });
    const element = this.element(scope, id);
    if (!element) throw new Error(`element instance ${id} (${node.id}) was not entered`);
    return element;
  }

  /**
   * Sticks an element with a fault, if there is one: an operator (or a corrected definition) has to free it. Nothing else
   * of the step is undone.
   *
   * @param at where it is stuck, when its state does not tell: a job that failed
   */
  stick(
    { scope, id }: ElementInstance,
    fault: (EvaluationFault & { readonly detail?: string }) | null,
    at?: 'job',
  ): void {
    const element = this.element(scope, id);
    if (!element || !fault || element.incident) return;
    const { code, detail } = fault;
    const { zh, en } = withAdvice(fault);
    const place = at ?? (element.state === 'entering' ? 'entering' : 'completing');
    const incident: Incident = { code, zh, en, ...(detail === undefined ? {} : { detail }), at: place };
    this.emit({ type: 'incident-raised', id, scope, element: element.element, incident });
  }

  /** Sets a local variable of an element. */
  setLocal({ scope, id }: ElementInstance, values: { readonly [name: string]: Json }): void {
    if (Object.keys(values).length > 0) this.emit({ type: 'variables-set', scope, element: id, values });
  }
}

/** An expression says what is wrong with it, but not what somebody can do who finds an instance stuck by it. */
function withAdvice({ zh, en }: EvaluationFault): Pick<Incident, 'zh' | 'en'> {
  if (zh.includes('请')) return { zh, en };
  const ended = (text: string, stop: string): string => (/[。！？.!?”"]$/.test(text) ? text : `${text}${stop}`);
  return {
    zh: `${ended(zh, '。')}请改正这一步用到的变量，再在“运维”里重试；要改流程的，请发布新版后把它迁移过去。`,
    en: `${ended(en, '.')} Correct the variables the step uses, then retry it under Operations; where the process has to change, publish a new version and migrate to it.`,
  };
}

/** How a token comes to a node. */
type Coming = Pick<Extract<Work, { do: 'enter' }>, 'scope' | 'flow' | 'iteration' | 'compensates'>;

/**
 * Ends a step that lacks a scope or a fact. The only exception of the kernel that is not a bug: the step is begun anew
 * from the beginning once the caller has read what is needed, so nothing half done is ever kept.
 */
export class NeedsSignal extends Error {
  readonly scopes: readonly number[];
  readonly lookups: readonly Lookup[];

  constructor(scopes: readonly number[], lookups: readonly Lookup[]) {
    super('the step needs more than it was given');
    this.scopes = scopes;
    this.lookups = lookups;
  }
}
