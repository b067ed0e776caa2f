/**
 * A pattern in RE2's spelling as JavaScript writes it: `\p{Han}` → `\p{Script=Han}`, `\x{4e00}` → `\u{4e00}`. What RE2 has
 * beyond that does not compile in JavaScript and is refused when the form is checked.
 */
export function javascriptPattern(pattern: string): string {
  return pattern
    .replaceAll(
      /\\([pP])\{(Han|Latin|Hangul|Hiragana|Katakana|Greek|Cyrillic|Arabic|Mongolian|Tibetan)\}/g,
      '\\$1{Script=$2}',
    )
    .replaceAll(/\\x\{([0-9A-Fa-f]{1,6})\}/g, '\\u{$1}');
}
