import type { AnyOperation } from '../../server/http/contract/operation.ts';

/** As much of a JSON Schema as the contract is written in. */
interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** A parameter of an address or a query, or a field of a body however deep, by where it stands. */
interface Asked {
  readonly place: string;
  readonly description: string;
}

function fieldsOf(schema: Schema | undefined, place: string): readonly Asked[] {
  if (schema === undefined) return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    { place: `${place} ${name}`, description: field.description ?? '' },
    ...fieldsOf(field, `${place} ${name}`),
  ]);
  return [...own, ...fieldsOf(schema.items, place), ...(schema.anyOf ?? []).flatMap((one) => fieldsOf(one, place))];
}

/** Everything a client of an operation has to send or may send; for other departments' systems also what they are answered. */
export function askedBy({ id, access, params, query, body, answer }: AnyOperation): readonly Asked[] {
  const parts = [params, query, body, ...(access === 'worker' ? [answer] : [])];
  return parts.flatMap((part) => fieldsOf(part as Schema | undefined, id));
}

/** What is asked for and not said what it is: a description is a sentence, it begins with a capital or a `word`. */
export function undescribed(operations: readonly AnyOperation[]): readonly string[] {
  return operations
    .flatMap(askedBy)
    .filter(({ description }) => !/^[A-Z`].{8,}[.。]$/u.test(description))
    .map(({ place }) => place);
}

/** Operations that descriptions send a reader to and that do not exist. */
export function lostReferences(operations: readonly AnyOperation[]): readonly string[] {
  const known = new Set(operations.map(({ id }) => id));
  const asked = operations.flatMap(askedBy);
  return asked.flatMap(({ place, description }) =>
    [...description.matchAll(/`((?:list|read|begin|report|add|preview|examine)[A-Z]\w+)`/g)]
      .filter(([, id = '']) => !known.has(id))
      .map(([, id]) => `${place}: ${id}`),
  );
}
