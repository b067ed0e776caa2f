import writeExcelFile from 'write-excel-file/node';

/** How large a county is: 东昌府区 has 2,227 grids with a worker each (基础网格), and 458 of single units (专属网格). */
export interface CountySize {
  readonly streets: number;
  readonly communities: number;
  readonly baseGrids: number;
  readonly specialGrids: number;
}

export const dongchang: CountySize = { streets: 14, communities: 210, baseGrids: 2227, specialGrids: 458 };

type Row = readonly (string | null)[];

const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜');
const given = Array.from('春夏秋冬梅兰竹菊山川河海云雨风霜明亮安宁平和顺达文武勤俭');

/**
 * The workbook of an invented county below a county that is there: streets, communities, grids, and for every grid of the
 * first kind somebody who works there. Names are put together from lists; nobody is meant.
 *
 * @param root code of the county it hangs below, or of a street, which then has all of it
 */
export function countyWorkbook(root: string, size: CountySize): Promise<Buffer> {
  const areas = areaRows(root, size);
  const grids = areas.filter(([, , type]) => type === '网格');
  const workers = grids.filter(([, , , kind]) => kind === '基础网格');
  const people = workers.map(([code], index): Row => [`w${pad(index, 5)}`, nameOf(index), streetOf(code), null, null]);
  const posts = workers.map(([code], index): Row => [
    `w${pad(index, 5)}`,
    null,
    '网格管理员',
    code ?? null,
    null,
    '2026-03-01',
    null,
  ]);
  const sheet = (title: string, headings: Row, rows: readonly Row[]) => ({
    sheet: title,
    data: [headings, ...rows].map((row) => row.map((value) => (value === null ? null : { value }))),
  });
  return writeExcelFile([
    sheet('区域', ['区域编码', '区域名称', '层级', '网格类型', '上级编码'], areas),
    sheet('人员与账号', ['账号', '姓名', '管理区域编码', '管理员', '状态'], people),
    sheet('岗位人员', ['账号', '姓名', '岗位', '区域编码', '方式', '开始日期', '离岗日期'], posts),
  ]).toBuffer();
}

function areaRows(root: string, { streets, communities, baseGrids, specialGrids }: CountySize): readonly Row[] {
  // Below a street there are no further streets.
  const isStreet = root.length === 9;
  const streetCodes = isStreet
    ? [root]
    : Array.from({ length: streets }, (_, index) => `${root}${pad(index + 101, 3)}`);
  const first = isStreet ? 101 : 1;
  const communityCodes = Array.from({ length: communities }, (_, index) => {
    const street = streetCodes[index % streetCodes.length] ?? '';
    return `${street}${pad(Math.floor(index / streetCodes.length) + first, 3)}`;
  });
  const all = baseGrids + specialGrids;
  return [
    ...(isStreet ? [] : streetCodes).map((code, index): Row => [code, `第${index + 1}街道`, '街道', null, root]),
    ...communityCodes.map((code, index): Row => [code, `第${index + 1}社区`, '社区', null, code.slice(0, 9)]),
    ...Array.from({ length: all }, (_, index): Row => {
      const community = communityCodes[index % communities] ?? '';
      const code = `${community}${pad(Math.floor(index / communities) + 1, 3)}`;
      const name = `第${(index % communities) + 1}社区 ${pad(Math.floor(index / communities) + 1, 2)} 网格`;
      return [code, name, '网格', index < baseGrids ? '基础网格' : '专属网格', community];
    }),
  ];
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function nameOf(index: number): string {
  const first = surnames[index % surnames.length] ?? '';
  const second = given[Math.floor(index / surnames.length) % given.length] ?? '';
  const third = given[(index * 7) % given.length] ?? '';
  return `${first}${second}${third}`;
}

function streetOf(code: string | null | undefined): string {
  return (code ?? '').slice(0, 9);
}
