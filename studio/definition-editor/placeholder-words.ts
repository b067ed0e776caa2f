import type { TextKey, Texts } from '../translations/texts.ts';
import { noticePlaceholders } from '../../server/kernel/release/process-contract.ts';
import { piecesOf } from './parts/text-pieces.ts';

const known = new Set(Object.values(noticePlaceholders).flat());

/** What people call a placeholder; one nobody fills in as it is written. */
export function placeholderTitle(name: string, { text }: Pick<Texts, 'text'>): string {
  return known.has(name) ? text(`placeholder.${name}` as TextKey) : name;
}

/** A title with its placeholders in words: 抄送：〔编号〕; other titles as they are. */
export function wordedTitle(title: string, texts: Pick<Texts, 'text'>): string {
  return piecesOf(title)
    .map((piece) =>
      piece.kind === 'words'
        ? piece.text
        : texts.text('placeholder.word', { title: placeholderTitle(piece.name, texts) }),
    )
    .join('');
}

/** What a text fills in later, each once. */
export function placeholderNames(text: string): readonly string[] {
  return [...new Set(piecesOf(text).flatMap((piece) => (piece.kind === 'placeholder' ? [piece.name] : [])))];
}
