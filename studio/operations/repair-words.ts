import type { Texts } from '../translations/texts.ts';

const known = ['retry', 'skip', 'set-variables', 'suspend', 'resume', 'migrate', 'cancel', 'move', 'rebase'] as const;

/** What a repair is called; one that this page does not know, by its own name. */
export function repairWords(name: string, { text }: Pick<Texts, 'text'>): string {
  const kind = known.find((one) => one === name);
  return kind === undefined ? name : text(`repair.${kind}`);
}
