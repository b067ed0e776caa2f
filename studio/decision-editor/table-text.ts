import { attributeOf, childrenNamed, readXmlElements, textIn, type XmlElement } from './xml-elements.ts';

/** A decision of a DMN text, and its table's places where it is a table. */
export interface DecisionText {
  readonly id: string;
  readonly element: XmlElement;
  readonly table: XmlElement | null;
  readonly rules: readonly RuleText[];
}

/** A rule and its parts. `note` is what people read beside it. */
export interface RuleText {
  readonly element: XmlElement;
  readonly note: string;
  readonly inputs: readonly XmlElement[];
  readonly outputs: readonly XmlElement[];
}

/** The decisions of a DMN text with the places of what a grid may change. */
export function decisionsIn(xml: string): readonly DecisionText[] {
  const root = readXmlElements(xml);
  return root === null ? [] : childrenNamed(root, 'decision').map((element) => decisionText(xml, element));
}

/** One of them by its id. */
export function decisionIn(xml: string, id: string): DecisionText | null {
  return decisionsIn(xml).find((decision) => decision.id === id) ?? null;
}

function decisionText(xml: string, element: XmlElement): DecisionText {
  const table = childrenNamed(element, 'decisionTable')[0] ?? null;
  return {
    id: attributeOf(element, 'id') ?? '',
    element,
    table,
    rules: table === null ? [] : childrenNamed(table, 'rule').map((rule) => ruleText(xml, rule)),
  };
}

function ruleText(xml: string, element: XmlElement): RuleText {
  const note = childrenNamed(element, 'description')[0];
  return {
    element,
    note: note === undefined ? '' : textIn(xml, note),
    inputs: childrenNamed(element, 'inputEntry'),
    outputs: childrenNamed(element, 'outputEntry'),
  };
}

/** The FEEL text of a cell; empty where nothing is written. */
export function cellText(xml: string, cell: XmlElement | undefined): string {
  const text = cell === undefined ? undefined : childrenNamed(cell, 'text')[0];
  return text === undefined ? '' : textIn(xml, text).trim();
}
