import { spellName } from './name-text.ts';
import type { SyntaxFault } from '../faults.ts';

/** Longest source that is parsed: 8,000 characters take the parser at most half a second in the worst shape found. */
export const MAX_SOURCE_LENGTH = 8_000;

/** Deepest nesting that is read; also bounds the interpreter's recursion. */
export const MAX_NESTING = 200;

/** Nothing to evaluate. */
export const emptySource = (): SyntaxFault => ({
  code: 'expression-empty',
  position: 0,
  zh: '表达式是空的。',
  en: 'The expression is empty.',
});

/** Source beyond `MAX_SOURCE_LENGTH`. */
export const sourceTooLong = (length: number): SyntaxFault => ({
  code: 'expression-too-long',
  position: MAX_SOURCE_LENGTH,
  zh: `表达式有 ${length} 个字符，上限是 ${MAX_SOURCE_LENGTH}。`,
  en: `The expression has ${length} characters; at most ${MAX_SOURCE_LENGTH} are allowed.`,
});

/** Nesting beyond `MAX_NESTING`. */
export const nestedTooDeep = (position: number): SyntaxFault => ({
  code: 'expression-too-deep',
  position,
  zh: `表达式嵌套超过 ${MAX_NESTING} 层。`,
  en: `The expression nests more than ${MAX_NESTING} levels deep.`,
});

/** A call of a name that is neither built in nor defined in the expression; `suggestion` is the nearest built-in name. */
export const unknownFunction = (name: string, suggestion: string | null, position: number): SyntaxFault => ({
  code: 'unknown-function',
  position,
  zh: `没有名为“${name}”的函数。${suggestion === null ? '' : `是否想用“${suggestion}”？`}`,
  en: `There is no function named "${name}".${suggestion === null ? '' : ` Did you mean "${suggestion}"?`}`,
});

/** A type name FEEL does not know. */
export const unknownType = (name: string, position: number): SyntaxFault => ({
  code: 'unknown-type',
  position,
  zh: `没有名为“${name}”的类型。`,
  en: `There is no type named "${name}".`,
});

/** `function(…) external {…}`: would call Java or PMML outside the definition. */
export const externalFunction = (position: number): SyntaxFault => ({
  code: 'external-function',
  position,
  zh: '不支持外部函数（external）：定义不能调用系统以外的程序。',
  en: 'External functions are not supported: a definition cannot call programs outside.',
});

/** A number literal beyond decimal128. */
export const literalOutOfRange = (position: number): SyntaxFault => ({
  code: 'expression-number-out-of-range',
  position,
  zh: '数字过大。',
  en: 'The number is too large.',
});

/** A name that contains full-width punctuation, which FEEL takes for letters: nearly always a slip of the input method. */
export function fullWidthPunctuation(name: string, position: number): SyntaxFault | null {
  const found = /[，；：（）＝＜＞＋－＊／！？［］｛｝]/.exec(name);
  if (found === null) return null;
  return {
    code: 'syntax-error',
    position: position + found.index,
    zh: `“${found[0]}”是全角符号，请改用半角（英文）符号。`,
    en: `"${found[0]}" is a full-width sign; use the ordinary (half-width) one.`,
  };
}

/** What authors bring from other languages or input methods, and what FEEL wants instead. */
const HABITS: readonly { readonly pattern: RegExp; readonly zh: string; readonly en: string }[] = [
  {
    pattern: /={2,3}|^=/,
    zh: '判断相等只写一个“=”，开头不写。',
    en: 'Equality is written with one "=", and none stands at the beginning.',
  },
  { pattern: /&&/, zh: '“并且”写作 and。', en: 'Write "and" instead of "&&".' },
  { pattern: /\|\|/, zh: '“或者”写作 or。', en: 'Write "or" instead of "||".' },
  { pattern: /!(?!=)/, zh: '“不”写作 not(…)。', en: 'Write not(…) instead of "!".' },
  { pattern: /[“”‘’＂]/, zh: '引号请用英文半角双引号 "。', en: 'Use straight double quotes.' },
  { pattern: /[，；：（）＝＜＞＋－＊／！？［］｛｝]/, zh: '标点请用英文半角。', en: 'Use half-width punctuation.' },
  { pattern: /[$#]\{/, zh: '这里是 FEEL 表达式，不用 ${…} 或 #{…}。', en: 'This is FEEL; ${…} and #{…} are not used.' },
  { pattern: /'/, zh: '文本用双引号 "…"。', en: 'Texts are written in double quotes.' },
  { pattern: /%/, zh: '取余数写作 modulo(a, b)。', en: 'Write modulo(a, b) instead of "%".' },
  { pattern: /\?[^:]*:/, zh: '条件取值写作 if … then … else …。', en: 'Write if … then … else … instead of "? :".' },
];

/** The parser stopped at `position`; names the place and, where a habit of another language shows, what to write instead. */
export function syntaxError(source: string, position: number): SyntaxFault {
  const near = spellName(source.slice(position, position + 20));
  const around = `${position === 0 ? '' : '…'}${source.slice(Math.max(0, position - 3), position + 40)}`;
  const habit = unclosedText(source) ?? HABITS.find(({ pattern }) => pattern.test(withoutTexts(around))) ?? null;
  return {
    code: 'syntax-error',
    position,
    zh: `${near === '' ? '表达式没有写完' : `第 ${position + 1} 个字符“${near}”处看不懂`}。${habit?.zh ?? ''}`,
    en: `${near === '' ? 'The expression is not complete' : `Cannot read "${near}" at character ${position + 1}`}. ${habit?.en ?? ''}`.trimEnd(),
  };
}

function unclosedText(source: string): { readonly zh: string; readonly en: string } | null {
  if (!withoutTexts(source).replaceAll('""', '').includes('"')) return null;
  return { zh: '双引号没有成对。', en: 'A double quote is missing its partner.' };
}

function withoutTexts(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}
