/** What files and folders of a pack are called where people edit and see none. */
const places: readonly (readonly [RegExp, string])[] = [
  [/posts\.json/g, '「岗位」'],
  [/limits\.json/g, '「办理时限」'],
  [/areas\.json/g, '「网格与区域」'],
  [/roles\.json/g, '「权限组」'],
  [/translations\/en\.json/g, '「英文对照」'],
  [/请在 processes 里/g, '请在「流程」里'],
  [/请在 forms 里/g, '请在「表单」里'],
  [/请在 decisions 里/g, '请在「分派规则」里'],
  [/请在 ladders 里/g, '请在「逐级上报规则」里'],
  [/请在 notices 里/g, '请在「通知模板」里'],
  [/请在 calendars 里/g, '请在「工作日历」里'],
];

/** A fault's sentence as somebody reads it who edits in the studio and knows of no files. */
export function plainWords(zh: string): string {
  const said = places.reduce((text, [file, title]) => text.replaceAll(file, title), zh);
  // A value's name in the file stands behind its title.
  return said.replaceAll(/ ?(「[^」]*」) ?/g, '$1').replaceAll(/(?<=」)（[A-Za-z][\w-]*）/g, '');
}
