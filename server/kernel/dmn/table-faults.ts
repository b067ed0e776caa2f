import type { Run } from '../feel/evaluation/run.ts';
import type { EvaluationFault } from '../feel/expression.ts';
import { formatValue } from '../feel/functions/conversion-functions.ts';
import { kindInChinese } from '../feel/values/feel-kind.ts';
import { kindOf, type FeelValue } from '../feel/values/feel-value.ts';
import type { ItemType } from './item-types.ts';

/** An input of a type the table does not take. */
export const inputWrongType = (input: string, value: FeelValue, type: ItemType): EvaluationFault => ({
  code: 'decision-input-type',
  zh: `决策表的输入“${input}”应为 ${type.kind}，给出的是${kindInChinese(kindOf(value))}。`,
  en: `The input "${input}" of the decision table must be ${type.kind}; it is ${kindOf(value)}.`,
});

/** An input that is not among the values the table knows. */
export const inputNotAllowed = (input: string, run: Run, value: FeelValue, allowed: string): EvaluationFault => ({
  code: 'decision-input-not-allowed',
  zh: `决策表的输入“${input}”的值 ${formatValue(run, value)} 不在允许的范围内：${allowed}。`,
  en: `The value ${formatValue(run, value)} of the input "${input}" is not allowed; possible: ${allowed}.`,
});

/** A rule gave an output that is not among the values the table may give. */
export const outputNotAllowed = (output: string, run: Run, value: FeelValue, allowed: string): EvaluationFault => ({
  code: 'decision-output-not-allowed',
  zh: `决策表的输出“${output}”的值 ${formatValue(run, value)} 不在允许的范围内：${allowed}。`,
  en: `The value ${formatValue(run, value)} of the output "${output}" is not allowed; possible: ${allowed}.`,
});

/** Several rules matched where hit policy UNIQUE allows one. */
export const notUnique = (rules: readonly string[]): EvaluationFault => ({
  code: 'decision-not-unique',
  zh: `决策表只允许一条规则命中（UNIQUE），却有 ${rules.length} 条：${rules.join('、')}。`,
  en: `The decision table allows one matching rule (UNIQUE), but ${rules.length} match: ${rules.join(', ')}.`,
});

/** Rules that match together give different outputs where hit policy ANY wants them equal. */
export const notTheSame = (rules: readonly string[]): EvaluationFault => ({
  code: 'decision-outputs-differ',
  zh: `同时命中的规则 ${rules.join('、')} 结果不同（ANY 要求相同）。`,
  en: `The rules ${rules.join(', ')} match together but give different results (ANY wants them equal).`,
});

/** Outputs that cannot be added up or compared. */
export const notAggregable = (aggregation: string): EvaluationFault => ({
  code: 'decision-not-aggregable',
  zh: `命中规则的结果不能做 ${aggregation} 汇总：应当都是数字。`,
  en: `The results of the matching rules cannot be aggregated by ${aggregation}: they must be numbers.`,
});
