import areas from '../../definitions/schema/areas.schema.json' with { type: 'json' };

interface Choice {
  readonly const: string;
  readonly title: string;
}

const { type, kind } = areas.properties.areas.items.properties as {
  readonly type: { readonly oneOf: readonly Choice[] };
  readonly kind: { readonly oneOf: readonly Choice[] };
};

/** What people call the levels of areas, by the word that `areas.json` has for them. */
export const areaTypeTitles: ReadonlyMap<string, string> = titles(type.oneOf);

/** What people call the kinds of areas. */
export const areaKindTitles: ReadonlyMap<string, string> = titles(kind.oneOf);

function titles(choices: readonly Choice[]): ReadonlyMap<string, string> {
  return new Map(choices.map((choice) => [choice.const, choice.title]));
}
