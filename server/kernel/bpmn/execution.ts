import type { Evaluation, EvaluationContext, EvaluationFault, Expression } from '../feel/expression.ts';
import type { JsonObject } from '../json.ts';
import { apply } from './apply.ts';
import { lookupKey, type Answer, type Lookup } from './commands.ts';
import type { ProcessEvent } from './events.ts';
import type { ExecutableProcess, FlowNode } from './executable-process.ts';
import type { Given } from './given.ts';
import type { ElementInstance, Incident, ProcessInstance, Scope, Work } from './process-instance.ts';

/**
 * A step while it runs: the instance so far, what has happened, and what is still to do. It lives inside one call of
 * `step` and is never seen outside. Behaviours change nothing themselves: they `emit` events and `schedule` work.
 */
export class Execution {
  readonly process: ExecutableProcess;
  readonly given: Given;
  readonly events: ProcessEvent[] = [];
  readonly work: Work[] = [];
  instance: ProcessInstance;

  constructor(process: ExecutableProcess, instance: ProcessInstance, given: Given) {
    this.process = process;
    this.instance = instance;
    this.given = given;
  }

  emit(event: ProcessEvent): void {
    this.events.push(event);
    this.instance = apply(this.instance, event);
  }

  schedule(work: Work): void {
    this.work.push(work);
  }

  /** The flow node with this id. @throws Error when the process has none: the stored state is of another process */
  node(id: string): FlowNode {
    const node = this.process.nodes.get(id);
    if (!node) throw new Error(`process ${this.process.id} has no element ${id}`);
    return node;
  }

  /** A loaded scope; a scope that is not loaded ends the step with `Needs`. */
  scope(id: number): Scope {
    const scope = this.instance.scopes[id];
    if (!scope) throw new NeedsSignal([id], []);
    return scope;
  }

  /** The element instance as it is now, or undefined when it has gone. */
  element(scope: number, id: number): ElementInstance | undefined {
    return this.scope(scope).elements.find((element) => element.id === id);
  }

  /** What an element sees: the variables of its scope and all enclosing ones, covered by its own. */
  visible(scope: number, own: JsonObject = {}): JsonObject {
    const { parent, variables } = this.scope(scope);
    return { ...(parent === null ? {} : this.visible(parent)), ...variables, ...own };
  }

  evaluate(expression: Expression, variables: JsonObject): Evaluation {
    return expression.evaluate(this.contextFor(variables));
  }

  /** What an expression may see at this step. */
  contextFor(variables: JsonObject): EvaluationContext {
    return { variables, now: this.given.now };
  }

  /** The answer to a question about the world; a question not yet answered ends the step with `Needs`. */
  ask(lookup: Lookup): Answer {
    const answer = this.given.answers.get(lookupKey(lookup));
    if (!answer) throw new NeedsSignal([], [lookup]);
    return answer;
  }

  /** A token comes into a flow node: a new element instance, with the next id of its instance. */
  enter(node: FlowNode, scope: number, flow: string | null): ElementInstance {
    const id = this.instance.nextId;
    this.emit({ type: 'element-entered', id, element: node.id, scope, flow });
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
  stick({ scope, id }: ElementInstance, fault: EvaluationFault | null, at?: 'job'): void {
    const element = this.element(scope, id);
    if (!element || !fault) return;
    const { code, zh, en } = fault;
    const incident: Incident = { code, zh, en, at: at ?? (element.state === 'entering' ? 'entering' : 'completing') };
    this.emit({ type: 'incident-raised', id, scope, element: element.element, incident });
  }
}

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
