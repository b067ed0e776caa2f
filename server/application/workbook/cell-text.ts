import type { Cell } from './cells.ts';

/** A cell as its text, or why it cannot be taken as one. */
export type CellText = { readonly text: string } | { readonly wrong: 'digits-lost' };

/** Spaces of every width, and signs that are not seen at all. */
const blank = /[\s\u00A0\u200B-\u200D\u2060\u3000\uFEFF]+/g;

/** Excel keeps 15 digits of a number; a longer code in a cell that is not text has lost its end. */
const mostDigits = 15;

/** What a person wrote in words, with the spaces around it gone: names keep their own signs and widths. */
export function wordsOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell).replaceAll(blank, ' ').trim();
  // What we put before a text that looked like a formula.
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** A code, an account or a word of a list: full-width signs become ordinary ones, spaces inside go too. */
export function codeOf(cell: Cell): CellText {
  if (typeof cell === 'number') {
    const text = Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
    return text.replace('-', '').length > mostDigits || !Number.isSafeInteger(cell)
      ? { wrong: 'digits-lost' }
      : { text };
  }
  const text = wordsOf(cell).normalize('NFKC').replaceAll(blank, '');
  return /^\d(\.\d+)?E\+\d+$/i.test(text) ? { wrong: 'digits-lost' } : { text };
}
