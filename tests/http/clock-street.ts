import { drafter, ok, published } from './drafting.ts';
import type { TestApp } from './open-test-app.ts';
import { xiguan } from '../application/street.ts';

/** Gives the step 调查落实 of the shipped process a clock for signing besides its own. */
export function withSigning(xml: string): string {
  const own = '<grid:timeLimit limit="investigate"';
  if (!xml.includes(own)) throw new Error('the process has no step with the limit investigate');
  return xml.replace(own, `<grid:timeLimit limit="sign" stage="sign-for" />${own}`);
}

/**
 * Publishes for one grid a limit that may be extended twice and paused, and a step that has to be signed for: the first
 * extension is the community's, the second and the pause are the street's.
 */
export async function publishClocks(door: TestApp): Promise<void> {
  const { ask, ...draft } = drafter(door, xiguan.administrator, xiguan.grid01);
  ok(
    await draft.change('limit', 'investigate', ({ json }) => ({
      ...json,
      extensions: [
        { by: 'community-officer', most: { amount: 2, unit: 'workingDays' } },
        { by: 'street-office', most: { amount: 3, unit: 'workingDays' } },
      ],
      pause: { by: 'street-office', longestDays: 30 },
    })),
  );
  ok(
    await draft.put('limit', 'sign', {
      id: 'sign',
      title: '签收',
      amount: 30,
      unit: 'minutes',
      stage: 'sign-for',
    }),
  );
  ok(await draft.change('process', 'case-handling', ({ xml }) => withSigning(xml)));
  await published({ ask, ...draft });
}
