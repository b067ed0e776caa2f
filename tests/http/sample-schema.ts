interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly minLength?: number;
}

/** What fields of certain names get, whatever their schema says. */
export type Known = Readonly<Record<string, unknown>>;

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2030-05-06T07:08:09.000Z',
  date: '2030-05-06',
  uuid: '018f0000-0000-7000-8000-000000000000',
};

/** A value that a schema of the contract accepts, so that a request fails for no other reason than the one under test. */
export function sampleOf(schema: Schema, known: Known, name = ''): unknown {
  if (Object.hasOwn(known, name)) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return sampleOf(schema.anyOf[0] ?? {}, known, name);
  switch (schema.type) {
    case 'object': {
      const wanted = Object.entries(schema.properties ?? {}).filter(
        ([key]) => schema.required?.includes(key) || Object.hasOwn(known, key),
      );
      return Object.fromEntries(wanted.map(([key, child]) => [key, sampleOf(child, known, key)]));
    }
    case 'array':
      return [sampleOf(schema.items ?? {}, known, name)];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return byFormat[schema.format ?? ''] ?? 'sample-text-long-enough'.slice(0, Math.max(12, schema.minLength ?? 0));
  }
}
