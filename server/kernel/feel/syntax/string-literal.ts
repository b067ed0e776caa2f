const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** The text a FEEL string literal stands for: quotes removed, escapes (`\n`, `\"`, `\u4e2d`, `\U01F600`) resolved. */
export function readStringLiteral(source: string): string {
  return source
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt"'\\]))/g,
      (whole, four?: string, six?: string, letter?: string) => {
        if (letter !== undefined) return ESCAPES[letter] ?? whole;
        const code = Number.parseInt(four ?? six ?? '', 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
      },
    );
}
