import type { readUpgrade } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';

type Upgrade = NonNullable<AnswerOf<typeof readUpgrade>['upgrade']>;
export type UpgradeLine = Upgrade['lines'][number];
export type Side = 'ours' | 'theirs';

/** What was chosen so far, by definition. */
export type Choices = ReadonlyMap<string, Side>;

/** A definition's name among the choices. */
export function lineKey({ kind, id }: Pick<UpgradeLine, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** How many lines that both sides changed nobody has chosen for yet. */
export function openChoices(lines: readonly UpgradeLine[], choices: Choices): number {
  return lines.filter((line) => line.changedBy === 'both' && !choices.has(lineKey(line))).length;
}

/** The choices as the server wants them: those that had to be made, and none that is not about a line. */
export function choicesFor(
  lines: readonly UpgradeLine[],
  choices: Choices,
): { kind: UpgradeLine['kind']; id: string; take: Side }[] {
  return lines.flatMap(({ kind, id }) => {
    const take = choices.get(lineKey({ kind, id }));
    return take === undefined ? [] : [{ kind, id, take }];
  });
}
