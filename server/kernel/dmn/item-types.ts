import type { EvaluationFault } from '../feel/expression.ts';
import { kindInChinese } from '../feel/values/feel-kind.ts';
import { note, type Run } from '../feel/evaluation/run.ts';
import { valueScope } from '../feel/evaluation/scope.ts';
import { parseUnaryTests, type UnaryTests } from '../feel/parse-unary-tests.ts';
import type { KnownNames } from '../feel/syntax/parse-tree.ts';
import { contextOf, isContext, isList, kindOf, type FeelValue } from '../feel/values/feel-value.ts';
import { kindNamed } from '../feel/values/instance-of.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../feel/values/temporal-text.ts';
import { childOf, childrenOf, textOf, type DmnElement } from './dmn-element.ts';
import { feelFaults, within, type DmnFault, type DmnPlace } from './dmn-fault.ts';

/** A type of the model: built in, or an item definition (DMN 1.3 clause 7.3.3). */
export interface ItemType {
  /** Kind of a built-in type; `any` where nothing is checked. */
  readonly kind: string;
  readonly collection: boolean;
  readonly components: readonly { readonly name: string; readonly type: ItemType }[];
  readonly allowed: UnaryTests | null;
}

export const ANY_TYPE: ItemType = { kind: 'any', collection: false, components: [], allowed: null };

/** Types by name, as `typeRef` attributes name them. */
export type TypeCatalog = (typeRef: string | undefined) => ItemType;

/** Names that Camunda's modeler and DMN 1.1 write for number types. */
const NUMBER_NAMES: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'decimal', 'int', 'short', 'float']);
const DEEPEST_TYPE = 20;

/**
 * The types of a model. A type that is not defined fits everything: a model without item definitions is a good model.
 *
 * @param faults gets what is wrong in allowed values
 */
export function typeCatalog(definitions: DmnElement, place: DmnPlace, faults: DmnFault[]): TypeCatalog {
  const elements = new Map(
    childrenOf(definitions, 'itemDefinition').map((item) => [textOf(item, 'name'), item] as const),
  );
  const made = new Map<string, ItemType>();

  const named = (typeRef: string | undefined, depth: number): ItemType => {
    const name = typeRef?.replace(/^\w+:/, '');
    if (name === undefined || depth > DEEPEST_TYPE) return ANY_TYPE;
    const known = made.get(name);
    if (known !== undefined) return known;
    const element = elements.get(name);
    const type = element === undefined ? builtInType(name) : defined(element, depth + 1);
    made.set(name, type);
    return type;
  };

  const defined = (element: DmnElement, depth: number): ItemType => {
    const from = named(textOf(element, 'typeRef'), depth);
    const components = childrenOf(element, 'itemComponent').map((component) => ({
      name: textOf(component, 'name') ?? '',
      type: defined(component, depth + 1),
    }));
    const allowed = allowedValues(
      childOf(element, 'allowedValues'),
      within(place, element['id'], `类型“${textOf(element, 'name') ?? ''}”`, `type "${textOf(element, 'name') ?? ''}"`),
      faults,
    );
    return {
      kind: components.length > 0 ? 'context' : from.kind,
      collection: element['isCollection'] === true || from.collection,
      components: components.length > 0 ? components : from.components,
      allowed: allowed ?? from.allowed,
    };
  };

  return (typeRef) => named(typeRef, 0);
}

/** Allowed values as unary tests, or null when there are none; faults in them are reported. */
export function allowedValues(element: DmnElement | undefined, place: DmnPlace, faults: DmnFault[]): UnaryTests | null {
  const source = textOf(element, 'text');
  if (source === undefined) return null;
  const parsed = parseUnaryTests(source);
  if (parsed.ok) return parsed.tests;
  faults.push(...feelFaults(within(place, element?.['id'], '的允许值', 'allowed values'), source, parsed.faults));
  return null;
}

/** The names behind a value of a type, for the parser: entries such as `Approved/Declined` cannot be read unannounced. */
export function namesOf(type: ItemType): KnownNames | null {
  if (type.components.length === 0) return null;
  return Object.fromEntries(type.components.map(({ name, type: inner }) => [name, namesOf(inner)]));
}

/**
 * A value as the type wants it: texts become dates, times and durations (variables are JSON), a list of one becomes the
 * item where no list is wanted, an item a list where one is. Null fits every type.
 *
 * @returns undefined when the value does not fit, or is not among the allowed values
 */
export function conform(run: Run, value: FeelValue, type: ItemType): FeelValue | undefined {
  if (value === null) return null;
  if (!type.collection)
    return conformItem(
      run,
      isList(value) && value.length === 1 && type.kind !== 'list' && type.kind !== 'any' ? (value[0] ?? null) : value,
      type,
    );
  const items = (isList(value) ? value : [value]).map((item) => conformItem(run, item, type));
  return items.some((item) => item === undefined) ? undefined : items.map((item) => item ?? null);
}

/** `conform`, with null and a remark where the value does not fit: what the standard says of results (clause 10.3.2.9.4). */
export function conformOrNull(run: Run, value: FeelValue, type: ItemType): FeelValue {
  const fitting = conform(run, value, type);
  return fitting === undefined ? note(run, wrongType(value, type)) : fitting;
}

/** What to say of a value that does not fit a type. */
function wrongType(value: FeelValue, type: ItemType): EvaluationFault {
  const kind = kindOf(value);
  const allowed = type.allowed === null ? '' : ` (${type.allowed.source})`;
  return {
    code: 'wrong-type',
    zh: `值（${kindInChinese(kind)}）不符合类型 ${type.kind}${allowed}。`,
    en: `The value (${kind}) does not fit the type ${type.kind}${allowed}.`,
  };
}

function conformItem(run: Run, given: FeelValue, type: ItemType): FeelValue | undefined {
  if (given === null) return null;
  const value = typeof given === 'string' ? fromText(given, type.kind) : given;
  if (value === null || (type.kind !== 'any' && kindOf(value) !== type.kind)) return undefined;
  const complete = type.components.length > 0 && isContext(value) ? conformContext(run, value, type) : value;
  if (complete === undefined || type.allowed === null) return complete;
  return type.allowed.testValue(complete, valueScope(new Map()), run) ? complete : undefined;
}

function conformContext(
  run: Run,
  value: Extract<FeelValue, { kind: 'context' }>,
  type: ItemType,
): FeelValue | undefined {
  const entries = new Map(value.entries);
  for (const { name, type: inner } of type.components) {
    const fitting = conform(run, entries.get(name) ?? null, inner);
    if (fitting === undefined) return undefined;
    if (entries.has(name)) entries.set(name, fitting);
  }
  return contextOf(entries);
}

function fromText(text: string, kind: string): FeelValue {
  switch (kind) {
    case 'date':
      return parseDate(text);
    case 'time':
      return parseTime(text);
    case 'date and time':
      return parseDateTime(text);
    case 'days and time duration':
    case 'years and months duration':
      return parseDuration(text);
    default:
      return text;
  }
}

function builtInType(name: string): ItemType {
  const kind = NUMBER_NAMES.has(name) ? 'number' : kindNamed(name);
  return kind === null || kind === 'any' ? ANY_TYPE : { ...ANY_TYPE, kind };
}
