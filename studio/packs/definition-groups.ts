import type { DefinitionKind } from '../api/drafts/content.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import type { TextKey } from '../translations/texts.ts';

/** Kinds of definition that people set up together, under the name the navigation has for them. */
interface DefinitionGroup {
  readonly id: string;
  readonly title: TextKey;
  readonly about: TextKey;
  readonly kinds: readonly DefinitionKind[];
}

/** In the order in which a street is set up. */
export const definitionGroups: readonly DefinitionGroup[] = [
  {
    id: 'organization',
    title: 'nav.organization',
    about: 'about.organization',
    kinds: ['areas', 'post', 'role'],
  },
  { id: 'process', title: 'nav.processes', about: 'about.process', kinds: ['process'] },
  { id: 'form', title: 'nav.forms', about: 'about.form', kinds: ['form'] },
  { id: 'decision', title: 'nav.decisions', about: 'about.decision', kinds: ['decision'] },
  { id: 'ladder', title: 'nav.ladders', about: 'about.ladder', kinds: ['ladder'] },
  { id: 'meeting', title: 'nav.meeting-rules', about: 'about.meeting', kinds: ['meeting'] },
  { id: 'ledger', title: 'nav.ledger-kinds', about: 'about.ledger', kinds: ['ledger'] },
  { id: 'limit', title: 'nav.limits', about: 'about.limit', kinds: ['limit', 'calendar'] },
  { id: 'notice', title: 'nav.notices', about: 'about.notice', kinds: ['notice'] },
  { id: 'case-type', title: 'nav.case-types', about: 'about.case-type', kinds: ['case-type'] },
  { id: 'translations', title: 'nav.words', about: 'about.translations', kinds: ['translations'] },
  { id: 'scenario', title: 'nav.scenarios', about: 'about.scenario', kinds: ['scenario'] },
];

/** What a list of definitions is narrowed to; empty and false narrow nothing. */
export interface DefinitionFilter {
  readonly group: string;
  readonly words: string;
  readonly changedOnly: boolean;
}

/** The groups with their definitions as a filter leaves them: kind by kind, the area's own first, by title. */
export function groupDefinitions(
  lines: readonly DefinitionLine[],
  { group, words, changedOnly }: DefinitionFilter,
): readonly { readonly group: DefinitionGroup; readonly lines: readonly DefinitionLine[] }[] {
  const isWanted = ({ title, id, state }: DefinitionLine): boolean =>
    `${title} ${id}`.includes(words.trim()) && !(changedOnly && state === 'same');
  return definitionGroups
    .filter(({ id }) => group === '' || id === group)
    .map((one) => ({
      group: one,
      lines: lines.filter((line) => one.kinds.includes(line.kind) && isWanted(line)).toSorted(inOrderOf(one.kinds)),
    }))
    .filter((one) => one.lines.length > 0);
}

function inOrderOf(kinds: readonly DefinitionKind[]): (one: DefinitionLine, other: DefinitionLine) => number {
  return (one, other) => {
    if (one.kind !== other.kind) return kinds.indexOf(one.kind) - kinds.indexOf(other.kind);
    if (one.origin !== other.origin) return one.origin === 'own' ? -1 : 1;
    return one.title.localeCompare(other.title, 'zh-CN');
  };
}

/** The page of the studio that edits a definition. */
export function editorOf({ kind, id }: { readonly kind: DefinitionKind; readonly id: string }): string {
  return `/definitions/${kind}/${id}`;
}

/** What a kind is called on its own: 流程, 岗位. */
export function kindTitle(kind: DefinitionKind): TextKey {
  return `kind.${kind}`;
}

/** Kinds of which an area has any number, and may begin another. */
const addable: readonly DefinitionKind[] = [
  'post',
  'role',
  'process',
  'form',
  'ladder',
  'meeting',
  'ledger',
  'limit',
  'calendar',
  'notice',
  'scenario',
];

/** The kinds of a group of which another one may be begun. */
export function addableKinds({ kinds }: Pick<DefinitionGroup, 'kinds'>): readonly DefinitionKind[] {
  return kinds.filter((kind) => addable.includes(kind));
}
