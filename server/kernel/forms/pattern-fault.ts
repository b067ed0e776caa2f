import { RE2JS } from 're2js';
import { javascriptPattern } from './javascript-pattern.ts';

/** The longest pattern a form may hold; RE2 is linear in the text, but not free in the pattern. */
const longestPattern = 500;

/**
 * Why a pattern cannot be used, or null. It must compile under RE2 (no look-around, no back-reference), so that no text
 * can make it run for ever on the server, and as a JavaScript expression, because the browser checks with that.
 */
export function patternFault(pattern: string): { readonly zh: string; readonly en: string } | null {
  if (pattern.length > longestPattern) {
    return {
      zh: `格式规则太长，最多 ${longestPattern} 个字符。`,
      en: `The pattern is too long; at most ${longestPattern} characters.`,
    };
  }
  try {
    RE2JS.compile(pattern);
    RegExp(javascriptPattern(pattern), 'u');
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      zh: `格式规则「${pattern}」不能用（不支持前后查找和反向引用）：${reason}`,
      en: `The pattern "${pattern}" cannot be used (look-around and back-references are not supported): ${reason}`,
    };
  }
}
