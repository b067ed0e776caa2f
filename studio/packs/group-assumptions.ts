import type { readAssumptions } from '../../server/http/contract/overview.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { TextKey } from '../translations/texts.ts';
import { groupBy } from '../../server/kernel/group-by.ts';

export type Pack = AnswerOf<typeof readAssumptions>['packs'][number];

/** Values of one definition that are assumed for the same reason. */
export interface Assumption {
  readonly definition: string;
  readonly reason: string;
  /** Where in the definition: a pointer in a file, or an element of a drawing. */
  readonly places: readonly string[];
}

/** The assumed values of a pack, those of one definition with one reason together, in the pack's order. */
export function groupAssumptions({ assumed }: Pick<Pack, 'assumed'>): readonly Assumption[] {
  const groups = groupBy(assumed, ({ definition, reason }) => JSON.stringify([definition, reason]));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined
      ? []
      : [{ definition: first.definition, reason: first.reason, places: alike.map(({ what }) => what) }];
  });
}

const kinds: readonly (readonly [path: RegExp, word: TextKey])[] = [
  [/^areas\.json/, 'definition.areas'],
  [/^posts\.json/, 'definition.posts'],
  [/^roles\.json/, 'definition.roles'],
  [/^limits\.json/, 'definition.limits'],
  [/^case-types\//, 'definition.case-types'],
  [/^calendars\//, 'definition.calendars'],
  [/^decisions\//, 'definition.decisions'],
  [/^ladders\//, 'definition.ladders'],
  [/^meetings\//, 'definition.meetings'],
  [/^ledgers\//, 'definition.ledgers'],
  [/^forms\//, 'definition.forms'],
  [/^processes\//, 'definition.processes'],
  [/^notices\//, 'definition.notices'],
];

/** What kind of definition a file of a pack is, in the words of the screen; undefined for one it does not know. */
export function kindOfDefinition(definition: string): TextKey | undefined {
  return kinds.find(([path]) => path.test(definition))?.[1];
}
