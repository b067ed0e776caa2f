import type { KnownNames } from '../feel/syntax/parse-tree.ts';
import { compileBoxed, compileFunction } from './boxed-expression.ts';
import { NO_LOGIC, report, withBound, type Compilation } from './compilation.ts';
import { compileTable } from './decision-table.ts';
import { childOf, childrenOf, referenceOf, textOf, type DmnElement } from './dmn-element.ts';
import { dmnFault, type DmnFault, type DmnPlace } from './dmn-fault.ts';
import { ANY_TYPE, namesOf, typeCatalog, type TypeCatalog } from './item-types.ts';
import type { DecisionNode, GraphNode, KnowledgeNode } from './requirement-graph.ts';

/** The decisions of a model that can be made, and everything that is wrong in it. */
export interface BuiltGraph {
  readonly decisions: readonly DecisionNode[];
  readonly faults: readonly DmnFault[];
}

interface Building {
  readonly elements: ReadonlyMap<string, DmnElement>;
  readonly types: TypeCatalog;
  readonly faults: DmnFault[];
  readonly built: Map<string, GraphNode | null>;
  /** Ids under construction, to find cycles. */
  readonly open: Set<string>;
}

/** Builds the decision requirements graph of a model: every decision with what it requires, compiled. */
export function buildGraph(definitions: DmnElement): BuiltGraph {
  const faults: DmnFault[] = [];
  const elements = new Map(childrenOf(definitions, 'drgElement').map((element) => [idOf(element), element] as const));
  const building: Building = {
    elements,
    types: typeCatalog(definitions, placeOf(definitions), faults),
    faults,
    built: new Map(),
    open: new Set(),
  };
  const nodes = [...elements]
    .filter(([, { $type }]) => $type === 'dmn:Decision')
    .map(([id, element]) => build(building, id, placeOf(element)));
  return { decisions: nodes.filter((node) => node?.kind === 'decision'), faults };
}

/** The node of an id, built once; null (and a fault) when it cannot be. */
function build(building: Building, id: string, requiredAt: DmnPlace): GraphNode | null {
  const known = building.built.get(id);
  if (known !== undefined) return known;
  const element = building.elements.get(id);
  if (building.open.has(id)) {
    building.faults.push(
      dmnFault(
        'dmn-cycle',
        requiredAt,
        `决策互相依赖，成了圈（${id}）。`,
        `the decisions require each other in a circle (${id}).`,
      ),
    );
    return null;
  }
  building.open.add(id);
  const node = element === undefined ? null : nodeOf(building, element);
  building.open.delete(id);
  if (element === undefined || (node === null && !isCompiled(element))) {
    building.faults.push(
      dmnFault(
        'dmn-reference-unresolved',
        requiredAt,
        `需要“${id}”，但文件里没有，或者不支持。`,
        `requires "${id}", which is not in the file or not supported.`,
      ),
    );
  }
  building.built.set(id, node);
  return node;
}

function isCompiled({ $type }: DmnElement): boolean {
  return $type === 'dmn:InputData' || $type === 'dmn:Decision' || $type === 'dmn:BusinessKnowledgeModel';
}

function nodeOf(building: Building, element: DmnElement): GraphNode | null {
  switch (element.$type) {
    case 'dmn:InputData':
      return {
        kind: 'input',
        name: nameOf(element),
        type: building.types(textOf(childOf(element, 'variable'), 'typeRef')),
      };
    case 'dmn:Decision':
      return decisionNode(building, element);
    case 'dmn:BusinessKnowledgeModel':
      return knowledgeNode(building, element);
    default:
      return null;
  }
}

function decisionNode(building: Building, element: DmnElement): DecisionNode | null {
  const before = building.faults.length;
  const requires = required(building, element);
  if (requires === null) return null;
  const { compilation, reads } = compilationOf(building, element, requires);
  const logic = childOf(element, 'decisionLogic');
  const table = logic?.$type === 'dmn:DecisionTable' ? compileTable(compilation, logic) : null;
  const boxed = logic?.$type === 'dmn:DecisionTable' ? NO_LOGIC : compileBoxed(compilation, logic);
  if (building.faults.length > before) return null;
  const inherited = requires.flatMap((node) => (node.kind === 'decision' ? node.reads : []));
  return {
    kind: 'decision',
    id: idOf(element),
    name: nameOf(element),
    type: building.types(textOf(childOf(element, 'variable'), 'typeRef')),
    requires,
    reads: [...new Set([...reads, ...inherited])].sort(),
    answer: table === null ? (scope, run) => ({ output: boxed(scope, run), rules: [] }) : table.evaluate,
    table: table?.description ?? null,
  };
}

function knowledgeNode(building: Building, element: DmnElement): KnowledgeNode | null {
  const before = building.faults.length;
  const requires = required(building, element);
  const body = childOf(element, 'encapsulatedLogic');
  if (requires === null) return null;
  const { compilation } = compilationOf(building, element, requires);
  if (body === undefined) report(compilation, 'dmn-logic-missing', '没有函数体。', 'there is no function body.');
  const logic = body === undefined ? NO_LOGIC : compileFunction(compilation, body);
  return building.faults.length > before ? null : { kind: 'knowledge', name: nameOf(element), requires, logic };
}

/** The nodes an element requires; null when one of them cannot be built. */
function required(building: Building, element: DmnElement): readonly GraphNode[] | null {
  const references = [
    ...childrenOf(element, 'informationRequirement').map(
      (each) => referenceOf(each, 'requiredDecision') ?? referenceOf(each, 'requiredInput'),
    ),
    ...childrenOf(element, 'knowledgeRequirement').map((each) => referenceOf(each, 'requiredKnowledge')),
  ];
  const nodes = references.map((id) => build(building, id ?? '', placeOf(element)));
  return nodes.some((node) => node === null) ? null : nodes.filter((node) => node !== null);
}

function compilationOf(
  building: Building,
  element: DmnElement,
  requires: readonly GraphNode[],
): { readonly compilation: Compilation; readonly reads: ReadonlySet<string> } {
  const names = (of: readonly GraphNode[]): KnownNames =>
    Object.fromEntries(of.map((node) => [node.name, namesOf(node.kind === 'knowledge' ? ANY_TYPE : node.type)]));
  const inputs = names(requires.filter(({ kind }) => kind === 'input'));
  const reads = new Set<string>();
  const compilation: Compilation = {
    types: building.types,
    faults: building.faults,
    names: inputs,
    bound: new Set(),
    reads,
    place: placeOf(element),
  };
  return { compilation: withBound(compilation, names(requires.filter(({ kind }) => kind !== 'input'))), reads };
}

/** Name of the element's variable, under which expressions know it. */
function nameOf(element: DmnElement): string {
  return textOf(childOf(element, 'variable'), 'name') ?? textOf(element, 'name') ?? idOf(element);
}

function idOf(element: DmnElement): string {
  return textOf(element, 'id') ?? textOf(element, 'name') ?? '';
}

function placeOf(element: DmnElement): DmnPlace {
  const name = textOf(element, 'name') ?? idOf(element);
  return { element: textOf(element, 'id') ?? null, zh: `决策“${name}”`, en: `decision "${name}"` };
}
