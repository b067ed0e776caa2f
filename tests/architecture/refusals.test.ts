import { describe, expect, it } from 'vitest';
import type { AnyOperation } from '../../server/http/contract/operation.ts';
import { operations } from '../../server/http/contract/operations.ts';
import { errorCatalogue } from '../../server/http/errors.ts';
import { refusalsOf } from '../../server/http/refusals-of.ts';
import { refusalsReached } from './refusals.ts';
import { codeFiles } from './source-file.ts';

const reached = refusalsReached(
  codeFiles.filter(({ path }) => /^server\/(http\/routes|application|database)\//.test(path)),
);

/** Said of every operation alike, or never sent: it is told as something else at this door. */
const ofTheDoor = new Set(['session-ended', 'must-change-password', 'idempotency-key-reused', 'nothing-published']);

/** What an operation can be refused with and does not say. */
function unsaid(operation: AnyOperation): readonly string[] {
  const said = new Set<string>([...refusalsOf(operation).values()].flat());
  return [...reached(operation.id).codes]
    .filter((code) => !said.has(code) && !ofTheDoor.has(code))
    .map((code) => `${operation.id}: ${code}`);
}

describe('what an operation is refused with', () => {
  it('is followed from its route to where it is thrown', () => {
    expect([...reached('urgeCase').codes]).toEqual(
      expect.arrayContaining(['case-unknown', 'case-closed', 'urged-already', 'not-permitted']),
    );
  });

  it('stands in the contract, all of it', () => {
    expect(operations.flatMap(unsaid)).toEqual([]);
  });

  it('is in the catalogue, and is thrown where no other code is decided as it runs', () => {
    const limitedByRate = 'too-many-requests';
    const wrong = operations.flatMap(({ id, refuses = [] }) => {
      const { codes, decides } = reached(id);
      const thrown = (code: string) => codes.has(code) || decides || code === limitedByRate || ofTheDoor.has(code);
      return refuses
        .filter((code) => !Object.hasOwn(errorCatalogue, code) || !thrown(code))
        .map((code) => `${id}: ${code}`);
    });
    expect(wrong).toEqual([]);
  });

  it('is seen through functions of other files, and choices between two codes', () => {
    const files = [
      {
        path: 'server/http/routes/things.ts',
        text: `import { find } from '../../application/find.ts';
               route(door, contract.readThing, ({ params }) => find(params.thing));`,
      },
      {
        path: 'server/application/find.ts',
        text: `export function find(id) { return id ? look(id) : null; }
               function look(id) { throw new Refusal(id === 'x' ? 'thing-unknown' : 'thing-gone'); }`,
      },
    ];
    expect(refusalsReached(files)('readThing')).toEqual({
      codes: new Set(['thing-unknown', 'thing-gone']),
      decides: false,
    });
  });
});
