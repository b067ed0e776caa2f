import { parseExpression } from '../../feel/parse-expression.ts';
import type { Expression } from '../../feel/expression.ts';
import type { Json } from '../../json.ts';
import { calledName, type ModelFault } from './faults/model-fault.ts';
import type { XmlElement } from './xml-element.ts';

/** What the compilation of one file collects while it walks the elements: the faults, all of them at once. */
export interface CompileContext {
  readonly faults: ModelFault[];
  /** A drawing is compiled: what it leaves out for execution is not a fault, only what it says wrongly. */
  readonly lenient: boolean;
  /** The process says that it is executable, and nobody supplies what it leaves out: the standard asks more of it. */
  readonly executable: boolean;
  /** Where message flows lead, by the element or pool they begin at. */
  readonly messageFlows: ReadonlyMap<string, readonly string[]>;
  /** What message flows begin or end at. */
  readonly messageFlowEnds: ReadonlySet<string>;
  /** Handlers of compensation, by the boundary event an association leads from. */
  readonly associations: ReadonlyMap<string, readonly XmlElement[]>;
}

/** Reports a fault at an element; the sentences may name it as 「…」. */
export function report(context: CompileContext, element: XmlElement, code: string, zh: string, en: string): void {
  context.faults.push({ code, element: element.id ?? null, zh, en });
}

/** Reports something that is missing for execution: a drawing may leave it out, a definition that runs may not. */
export function reportMissing(
  context: CompileContext,
  element: XmlElement,
  code: string,
  zh: string,
  en: string,
): void {
  if (!context.lenient) report(context, element, code, zh, en);
}

/**
 * Reports something that the standard demands of a process whose `isExecutable` is true (BPMN 2.0.2, tables 10.86 to
 * 10.101): a drawing may leave it out.
 */
export function reportLeftOut(
  context: CompileContext,
  element: XmlElement,
  code: string,
  zh: string,
  en: string,
): void {
  if (!context.lenient || context.executable) report(context, element, code, zh, en);
}

/**
 * Compiles an attribute that holds FEEL. As in the Zeebe vocabulary a leading `=` marks an expression; with
 * `literal: true` a value without it is taken as that very text.
 *
 * @returns the expression; one that cannot be parsed is reported and answered by a constant null, never run
 */
export function compileExpression(
  context: CompileContext,
  element: XmlElement,
  source: string,
  options: { literal: boolean },
): Expression {
  if (!source.startsWith('=') && options.literal) return constant(source);
  const parsed = parseExpression(source.startsWith('=') ? source.slice(1).trim() : source);
  if (parsed.ok) return parsed.expression;
  for (const fault of parsed.faults) {
    report(
      context,
      element,
      fault.code,
      `「${calledName(element)}」里的表达式「${source}」写错了：${fault.zh}请改正。`,
      `The expression "${source}" of "${calledName(element)}" is wrong: ${fault.en} Correct it.`,
    );
  }
  return constant(null);
}

/** An expression that always has this value. */
export function constant(value: string | null): Expression {
  return { source: value === null ? 'null' : JSON.stringify(value), reads: [], evaluate: () => ({ ok: true, value }) };
}

/** An expression that is one variable, whatever letters its name has. */
export function variable(name: string): Expression {
  const value = (variables: { readonly [name: string]: Json }): Json =>
    Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
  return { source: name, reads: [name], evaluate: ({ variables }) => ({ ok: true, value: value(variables) }) };
}
