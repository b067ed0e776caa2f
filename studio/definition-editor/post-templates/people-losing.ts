interface HeldRow {
  readonly cells: readonly {
    readonly post: string;
    readonly holders: readonly { readonly person: { readonly id: string; readonly name: string } }[];
  }[];
}

/**
 * Names of the people who hold a post that goes and none that stays.
 *
 * @param rows the board
 * @param gone ids of the posts that go
 */
export function peopleLosing(rows: readonly HeldRow[], gone: ReadonlySet<string>): readonly string[] {
  const cells = rows.flatMap((row) => row.cells);
  const holding = (isGone: boolean): ReadonlyMap<string, string> =>
    new Map(
      cells
        .filter(({ post }) => gone.has(post) === isGone)
        .flatMap(({ holders }) => holders.map(({ person }) => [person.id, person.name] as const)),
    );
  const staying = holding(false);
  return [...holding(true)].filter(([id]) => !staying.has(id)).map(([, name]) => name);
}
