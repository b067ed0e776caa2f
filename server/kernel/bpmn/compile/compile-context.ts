import { parseExpression } from '../../feel/parse-expression.ts';
import type { Expression } from '../../feel/expression.ts';
import { calledName, type ModelFault } from './model-fault.ts';
import type { XmlElement } from './xml-element.ts';

/** What the compilation of one process collects while it walks the elements: the faults, all of them at once. */
export interface CompileContext {
  readonly faults: ModelFault[];
}

/** Reports a fault at an element; the sentences may name it as 「…」. */
export function report(context: CompileContext, element: XmlElement, code: string, zh: string, en: string): void {
  context.faults.push({ code, element: element.id ?? null, zh, en });
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
      `「${calledName(element)}」里的表达式「${source}」写错了：${fault.zh}`,
      `The expression "${source}" of "${calledName(element)}" is wrong: ${fault.en}`,
    );
  }
  return constant(null);
}

function constant(value: string | null): Expression {
  return { source: value === null ? 'null' : JSON.stringify(value), reads: [], evaluate: () => ({ ok: true, value }) };
}
