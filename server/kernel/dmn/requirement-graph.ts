import { interrupt, type Run } from '../feel/evaluation/run.ts';
import { valueScope, type Scope } from '../feel/evaluation/scope.ts';
import { spellName } from '../feel/syntax/name-text.ts';
import type { FeelValue } from '../feel/values/feel-value.ts';
import type { TableAnswer } from './decision-table.ts';
import { conform, conformOrNull, type ItemType } from './item-types.ts';
import { inputWrongType } from './table-faults.ts';
import type { Logic } from './compilation.ts';
import type { TableDescription } from './table-description.ts';

/** A node of the decision requirements graph (DMN 1.3 clause 6), with the nodes it requires. */
export type GraphNode = InputNode | DecisionNode | KnowledgeNode;

interface InputNode {
  readonly kind: 'input';
  readonly name: string;
  readonly type: ItemType;
}

export interface DecisionNode {
  readonly kind: 'decision';
  readonly id: string;
  readonly name: string;
  readonly type: ItemType;
  readonly requires: readonly GraphNode[];
  readonly reads: readonly string[];
  readonly answer: (scope: Scope, run: Run) => Pick<TableAnswer, 'output' | 'rules'> & Partial<TableAnswer>;
  readonly table: TableDescription | null;
}

export interface KnowledgeNode {
  readonly kind: 'knowledge';
  readonly name: string;
  readonly requires: readonly GraphNode[];
  readonly logic: Logic;
}

/** One evaluation of a graph: the variables, and what is known already (a decision required twice is made once). */
export interface Session {
  readonly run: Run;
  readonly variables: Scope;
  readonly known: Map<GraphNode, FeelValue>;
}

/** The answer of a decision, after those it requires. */
export function answerOf(node: DecisionNode, session: Session): ReturnType<DecisionNode['answer']> {
  const answer = node.answer(scopeOf(node, session, session.variables), session.run);
  return { ...answer, output: conformOrNull(session.run, answer.output, node.type) };
}

function valueOf(node: GraphNode, session: Session): FeelValue {
  const known = session.known.get(node);
  if (known !== undefined) return known;
  const value = compute(node, session);
  session.known.set(node, value);
  return value;
}

function compute(node: GraphNode, session: Session): FeelValue {
  switch (node.kind) {
    case 'input':
      return inputOf(node, session);
    case 'decision':
      return answerOf(node, session).output;
    // A knowledge model is a function of its parameters: it sees no variables.
    case 'knowledge':
      return node.logic(scopeOf(node, session), session.run);
  }
}

function inputOf(node: InputNode, session: Session): FeelValue {
  const given = session.variables.find(node.name) ?? null;
  const value = conform(session.run, given, node.type);
  return value === undefined ? interrupt(inputWrongType(node.name, given, node.type)) : value;
}

function scopeOf(node: DecisionNode | KnowledgeNode, session: Session, outer?: Scope): Scope {
  return valueScope(
    new Map(node.requires.map((required) => [spellName(required.name), valueOf(required, session)] as const)),
    outer,
  );
}
