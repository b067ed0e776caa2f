// The levels and kinds of areas. Everything that lists them (schemas, contracts, screens) takes them from here or is held
// against this by a test.

/** Levels of the area tree, from the top down. 小区 (estate) may lie above or below a grid. */
export const territoryTypes = ['county', 'street', 'community', 'estate', 'grid', 'sub-grid', 'building'] as const;

/** Where a post can be: at an area of the tree, or at a unit beside it. */
export const areaTypes = [...territoryTypes, 'unit'] as const;

export type AreaType = (typeof areaTypes)[number];

/** What a grid or a part of one is like. */
export const gridKinds = ['basic', 'special', 'lane', 'courtyard', 'unit'] as const;

/** What a unit is: 职能部门, 站所, 企事业单位, 社会组织. */
export const unitKinds = ['department', 'station', 'enterprise', 'association'] as const;

export const areaKinds = [...gridKinds, ...unitKinds] as const;

export type AreaKind = (typeof areaKinds)[number];

/** Levels at which kinds are told apart; only a grid has to have one. */
export const typesWithKind: ReadonlySet<AreaType> = new Set(['grid', 'sub-grid', 'unit']);

const above: { readonly [type in AreaType]: readonly AreaType[] } = {
  county: [],
  street: ['county'],
  community: ['street'],
  estate: ['community', 'grid'],
  grid: ['community', 'estate', 'street'],
  'sub-grid': ['grid', 'estate', 'sub-grid'],
  building: ['community', 'estate', 'grid', 'sub-grid'],
  unit: territoryTypes,
};

/** Whether an area of one level may hang directly below one of another. */
export function mayHangBelow(type: AreaType, upper: AreaType): boolean {
  return above[type].includes(upper);
}

const ranks: { readonly [type in AreaType]: number } = {
  county: 0,
  street: 1,
  unit: 1,
  community: 2,
  estate: 3,
  grid: 3,
  'sub-grid': 4,
  building: 5,
};

/** How far down a level is, 0 the county; work is handed to the same or a lower number only. */
export function rankOf(type: AreaType): number {
  return ranks[type];
}
