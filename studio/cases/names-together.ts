import type { Texts } from '../translations/texts.ts';
import { holderNames } from '../ui/holder-names.ts';
import type { CaseFile } from './CasePage.tsx';

/** Who has a case while several have something of it to do, each once; null while one has it, or nobody. */
export function namesTogether(userTasks: CaseFile['userTasks'], texts: Texts): string | null {
  const open = userTasks.filter(({ state }) => state === 'open');
  const names = [...new Set(open.map(({ position }) => holderNames(position, texts)))];
  return names.length < 2 ? null : names.join(texts.text('list.comma'));
}
