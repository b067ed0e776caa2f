/** What files and folders of a pack are called where people edit and see none. */
const places: readonly (readonly [RegExp, string])[] = [
  [/posts\.json/g, '「岗位」'],
  [/limits\.json/g, '「办理时限」'],
  [/areas\.json/g, '「网格与区域」'],
  [/roles\.json/g, '「权限组」'],
  [/translations\/en\.json/g, '「英文对照」'],
];

/** A fault's sentence as somebody reads it who edits in the studio and knows of no files. */
export function plainWords(zh: string): string {
  const said = places.reduce((text, [file, title]) => text.replaceAll(file, title), zh);
  // A value's name in the file stands behind its title.
  return said.replaceAll(/ ?(「[^」]*」) ?/g, '$1').replaceAll(/(?<=」)（[A-Za-z][\w-]*）/g, '');
}
