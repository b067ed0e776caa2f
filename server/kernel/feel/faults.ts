import type { EvaluationFault } from './expression.ts';
import { kindInChinese, type FeelKind } from './values/feel-kind.ts';

/** A fault of the text of an expression: `position` counts UTF-16 units from the start of the source. */
export interface SyntaxFault extends EvaluationFault {
  readonly position: number;
}

// What stops an evaluation.

/** The step budget is used up. */
export const tooManySteps = (steps: number): EvaluationFault => ({
  code: 'expression-too-expensive',
  zh: `表达式计算量过大（超过 ${steps} 步），已停止。请缩小列表或循环的范围。`,
  en: `The expression needs more than ${steps} steps and was stopped. Make its lists or loops smaller.`,
});

/** Expressions or calls nested too deeply, at run time. */
export const tooDeep = (depth: number): EvaluationFault => ({
  code: 'expression-too-deep',
  zh: `表达式嵌套或递归过深（超过 ${depth} 层），已停止。`,
  en: `The expression nests or recurses more than ${depth} levels deep and was stopped.`,
});

/** A list or text beyond its limit. */
export const tooLarge = (what: 'list' | 'text' | 'data', limit: number): EvaluationFault => ({
  code: 'expression-value-too-large',
  zh: `计算得到的${{ list: '列表', text: '文本', data: '数据' }[what]}过大（上限 ${limit}），已停止。`,
  en: `The expression makes a ${what} larger than ${limit} and was stopped.`,
});

/** A result that JSON cannot hold. */
export const resultNotData = (kind: FeelKind): EvaluationFault => ({
  code: 'expression-result-not-data',
  zh: `表达式的结果是${kindInChinese(kind)}，不能作为数据保存。`,
  en: `The expression results in a ${kind}, which cannot be kept as data.`,
});

/** A number beyond what JSON numbers (64-bit floating point) reach. */
export const numberOutOfRange = (): EvaluationFault => ({
  code: 'expression-number-out-of-range',
  zh: '数字超出可保存的范围。',
  en: 'The number is outside the range that can be kept.',
});

/** A condition that answers neither true nor false; `reason` is the first remark of the evaluation. */
export function conditionNotBoolean(source: string, kind: FeelKind, reason?: EvaluationFault): EvaluationFault {
  return {
    code: 'condition-not-boolean',
    zh: `条件“${source}”的结果是${kindInChinese(kind)}，应当是“是”或“否”。${reason?.zh ?? ''}`,
    en: `The condition "${source}" results in ${kind}; it must be true or false. ${reason?.en ?? ''}`.trimEnd(),
  };
}

// Remarks: why a part is null. The standard says null, people want to know why.

/** A name that no variable has. */
export const unknownVariable = (name: string): EvaluationFault => ({
  code: 'unknown-variable',
  zh: `没有名为“${name}”的变量。`,
  en: `There is no variable named "${name}".`,
});

/** A path into something that has no such entry. */
export const noSuchEntry = (name: string, kind: FeelKind): EvaluationFault => ({
  code: 'no-such-entry',
  zh: `${kindInChinese(kind)}中没有“${name}”。`,
  en: `A ${kind} has no entry "${name}".`,
});

/** Operands an operator is not defined for. */
export const wrongOperands = (operator: string, left: FeelKind, right: FeelKind): EvaluationFault => ({
  code: 'wrong-operands',
  zh: `“${operator}”不能用于${kindInChinese(left)}和${kindInChinese(right)}。`,
  en: `"${operator}" is not defined for ${left} and ${right}.`,
});

/** Arguments no form of a function takes. */
export const wrongArguments = (name: string, given: readonly FeelKind[], forms: string): EvaluationFault => ({
  code: 'wrong-arguments',
  zh: `函数 ${name} 的参数不对：给出的是（${given.map(kindInChinese).join('，')}），可用的写法是 ${forms}。`,
  en: `Wrong arguments for ${name}: given (${given.join(', ')}), possible: ${forms}.`,
});

/** A call of something that is no function. */
export const notAFunction = (kind: FeelKind): EvaluationFault => ({
  code: 'not-a-function',
  zh: `${kindInChinese(kind)}不能当作函数调用。`,
  en: `A ${kind} cannot be called as a function.`,
});

/** A text from which no value of the wanted kind can be made. */
export const unreadableText = (text: string, kind: FeelKind): EvaluationFault => ({
  code: 'unreadable-text',
  zh: `“${text.slice(0, 40)}”不是有效的${kindInChinese(kind)}。`,
  en: `"${text.slice(0, 40)}" is not a valid ${kind}.`,
});

/** An operation without result for these values (division by zero, a number too large, an index that does not exist). */
export const noResult = (operation: string): EvaluationFault => ({
  code: 'no-result',
  zh: `“${operation}”对给出的值没有结果。`,
  en: `"${operation}" has no result for the given values.`,
});

/** A regular expression that RE2 cannot compile. */
export const unusablePattern = (pattern: string): EvaluationFault => ({
  code: 'unusable-pattern',
  zh: `正则表达式“${pattern.slice(0, 60)}”无法使用（不支持回溯类写法）。`,
  en: `The regular expression "${pattern.slice(0, 60)}" cannot be used (RE2 syntax: no look-around, no back-references).`,
});
