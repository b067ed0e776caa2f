import fc from 'fast-check';

/** A piece of a process with one way in and one way out. Put together, blocks always make a sound process. */
export type Block =
  | { readonly kind: 'pass' }
  | { readonly kind: 'ask'; readonly limited: boolean; readonly decides: number }
  | { readonly kind: 'work' }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: 'choice'; readonly on: number; readonly branches: readonly Block[] }
  | { readonly kind: 'parallel'; readonly branches: readonly Block[] }
  | { readonly kind: 'loop'; readonly times: number; readonly body: Block }
  /** An interrupting timer on the boundary: what is not done in time goes another way. */
  | { readonly kind: 'watched'; readonly host: 'ask' | 'work'; readonly hours: number; readonly escape: Block }
  /** A timer that does not interrupt: something happens beside, once or several times. */
  | { readonly kind: 'reminded'; readonly host: 'ask' | 'work'; readonly when: string; readonly aside: Block };

/** How many variables a choice may be made on. */
export const variableCount = 3;

const variable = fc.nat({ max: variableCount - 1 });
const hours = fc.integer({ min: 0, max: 9 });
const host = fc.constantFrom('ask', 'work');

const leaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('pass') }),
  fc.record({ kind: fc.constant('ask'), limited: fc.boolean(), decides: variable }),
  fc.record({ kind: fc.constant('work') }),
  fc.record({ kind: fc.constant('wait'), hours }),
);

const when = fc.constantFrom('duration=PT2H', 'cycle=R2/PT3H', 'cycle=R3/PT1H', 'cycle=R0/PT1H');

/** Blocks up to so many levels deep. */
function upTo(levels: number): fc.Arbitrary<Block> {
  if (levels === 0) return leaf;
  const inner = upTo(levels - 1);
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: sequence(inner) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('choice'), on: variable, branches }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('parallel'), branches }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('loop'), times: fc.integer({ min: 1, max: 3 }), body: inner }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('watched'), host, hours, escape: inner }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reminded'), host, when, aside: inner }) },
  );
}

function sequence(inner: fc.Arbitrary<Block>): fc.Arbitrary<Block> {
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.record({ kind: fc.constant('sequence'), blocks: several });
}

/** Random processes of the elements that run: some blocks one after the other, each some levels deep. */
export const blocks: fc.Arbitrary<Block> = sequence(upTo(3));
