import { cellText, decisionIn, type DecisionText, type RuleText } from './table-text.ts';
import { attributeOf, childrenNamed, escaped, readXmlElements, type XmlElement } from './xml-elements.ts';

/** Which cell of a table: its rule by place, and the column among the inputs or the outputs. */
export interface CellAt {
  readonly rule: number;
  readonly part: 'inputs' | 'outputs';
  readonly column: number;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Writes FEEL into a cell and touches nothing else; the text comes back as it was when the cell says that already. */
export function writeCell(xml: string, decision: string, { rule, part, column }: CellAt, feel: string): string {
  const cell = decisionIn(xml, decision)?.rules[rule]?.[part][column];
  if (cell === undefined || cellText(xml, cell) === feel) return xml;
  const [text] = childrenNamed(cell, 'text');
  return spliced(xml, contentOf(cell, text, 'text', feel));
}

/** Writes what people read beside a rule. */
export function writeNote(xml: string, decision: string, rule: number, note: string): string {
  const at = decisionIn(xml, decision)?.rules[rule];
  if (at === undefined || at.note === note) return xml;
  const [written] = childrenNamed(at.element, 'description');
  if (written !== undefined) return spliced(xml, contentOf(at.element, written, 'description', note));
  const name = sibling(at.element, 'description');
  const { contentStart } = at.element;
  const line = `${inside(xml, at.element)}<${name}>${escaped(note)}</${name}>`;
  return spliced(xml, { from: contentStart, to: contentStart, text: line });
}

/** Says what happens when several rules fit. */
export function writeHitPolicy(xml: string, decision: string, policy: string): string {
  const table = decisionIn(xml, decision)?.table;
  if (table == null) return xml;
  const written = table.attributes.find(({ name }) => name === 'hitPolicy');
  if (written?.value === policy || (written === undefined && policy === 'UNIQUE')) return xml;
  if (written !== undefined) return spliced(xml, { from: written.start, to: written.end, text: policy });
  const behindName = table.start + 1 + table.name.length;
  return spliced(xml, { from: behindName, to: behindName, text: ` hitPolicy="${policy}"` });
}

/** What a new rule says, column by column, as FEEL. */
export interface NewRule {
  readonly note: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Puts a new rule at a place among the rules, laid out like its neighbours. */
export function insertRule(xml: string, decision: string, place: number, rule: NewRule): string {
  const found = decisionIn(xml, decision);
  if (found?.table == null) return xml;
  const text = ruleLines(xml, found, found.table, rule);
  const at = insertionPoint(found, found.table, place);
  return spliced(xml, { from: at, to: at, text });
}

/** Puts a copy of a rule right behind it. */
export function copyRule(xml: string, decision: string, rule: number, note: string): string {
  const original = decisionIn(xml, decision)?.rules[rule];
  if (original === undefined) return xml;
  return insertRule(xml, decision, rule + 1, {
    note,
    inputs: original.inputs.map((cell) => cellText(xml, cell)),
    outputs: original.outputs.map((cell) => cellText(xml, cell)),
  });
}

/** Takes a rule away with the line it stands on. */
export function removeRule(xml: string, decision: string, rule: number): string {
  const found = decisionIn(xml, decision)?.rules[rule];
  return found === undefined ? xml : spliced(xml, { ...withSpaceBefore(xml, found), text: '' });
}

/** Moves a rule, as it is written, to another place among the rules. */
export function moveRule(xml: string, decision: string, rule: number, to: number): string {
  const found = decisionIn(xml, decision)?.rules[rule];
  if (found === undefined || rule === to) return xml;
  const { from, to: end } = withSpaceBefore(xml, found);
  const without = removeRule(xml, decision, rule);
  const rest = decisionIn(without, decision);
  if (rest?.table == null) return xml;
  const at = insertionPoint(rest, rest.table, to);
  return spliced(without, { from: at, to: at, text: xml.slice(from, end) });
}

function spliced(xml: string, { from, to, text }: Splice): string {
  return xml.slice(0, from) + text + xml.slice(to);
}

/** The content of a child that is there, that closes itself, or that is still to be made. */
function contentOf(parent: XmlElement, child: XmlElement | undefined, local: string, words: string): Splice {
  const name = child?.name ?? sibling(parent, local);
  const whole = `<${name}>${escaped(words)}</${name}>`;
  if (child !== undefined && child.contentEnd < child.end)
    return { from: child.contentStart, to: child.contentEnd, text: escaped(words) };
  if (child !== undefined) return { from: child.start, to: child.end, text: whole };
  if (parent.contentEnd < parent.end) return { from: parent.contentStart, to: parent.contentStart, text: whole };
  // `<inputEntry id="x"/>`: the slash goes, the end comes.
  return { from: parent.end - 2, to: parent.end, text: `>${whole}</${parent.name}>` };
}

/** The name of another element in the notation of this one: with the same prefix. */
function sibling(element: XmlElement, local: string): string {
  return element.name.slice(0, element.name.length - element.local.length) + local;
}

/** Where a rule goes: behind the rule before it, or behind the last clause of the table. */
function insertionPoint({ rules }: DecisionText, table: XmlElement, place: number): number {
  const before = rules[Math.min(place, rules.length) - 1]?.element;
  if (before !== undefined) return before.end;
  const clauses = table.children.filter(({ local }) => local !== 'rule');
  return clauses.at(-1)?.end ?? table.contentStart;
}

/** A rule with the white space that sets it off from what stands before. */
function withSpaceBefore(xml: string, { element }: RuleText): { readonly from: number; readonly to: number } {
  const space = /\s*$/.exec(xml.slice(0, element.start))?.[0].length ?? 0;
  return { from: element.start - space, to: element.end };
}

/** The white space in front of an element's first child, so that another one lines up with it. */
function inside(xml: string, element: XmlElement): string {
  const first = element.children[0];
  return first === undefined ? '' : xml.slice(element.contentStart, first.start).replace(/<!--[\s\S]*-->\s*/, '');
}

function ruleLines(xml: string, { rules }: DecisionText, table: XmlElement, rule: NewRule): string {
  const like = rules.at(-1)?.element ?? table.children.at(-1);
  const outer = like === undefined ? '' : (/\s*$/.exec(xml.slice(0, like.start))?.[0] ?? '');
  const step = outer.includes('\n') ? '  ' : '';
  const named = (local: string): string => sibling(table, local);
  const id = freeId(xml);
  const cell = (local: string, nth: string, feel: string): string =>
    `${outer}${step}<${named(local)} id="${id}-${nth}">${outer}${step}${step}<${named('text')}>${escaped(feel)}</${named('text')}>${outer}${step}</${named(local)}>`;
  return [
    `${outer}<${named('rule')} id="${id}">`,
    ...(rule.note === ''
      ? []
      : [`${outer}${step}<${named('description')}>${escaped(rule.note)}</${named('description')}>`]),
    ...rule.inputs.map((feel, index) => cell('inputEntry', `in-${index + 1}`, feel)),
    ...rule.outputs.map((feel, index) => cell('outputEntry', `out-${index + 1}`, feel)),
    `${outer}</${named('rule')}>`,
  ].join('');
}

function freeId(xml: string): string {
  const used = new Set<string>();
  const walk = (element: XmlElement): void => {
    used.add(attributeOf(element, 'id') ?? '');
    element.children.forEach(walk);
  };
  const root = readXmlElements(xml);
  if (root !== null) walk(root);
  let nth = 1;
  while (used.has(`rule-${nth}`)) nth += 1;
  return `rule-${nth}`;
}
