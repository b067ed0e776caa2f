import writeExcelFile from 'write-excel-file/node';

/** A cell as a test writes it: dates become dates of Excel, numbers numbers. */
export type TestCell = string | number | Date | null;

/** An .xlsx file of sheets by title, the headings in the first row. */
export function workbookFile(sheets: { readonly [title: string]: readonly (readonly TestCell[])[] }): Promise<Buffer> {
  return writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) })),
  ).toBuffer();
}

function cellOf(value: TestCell) {
  if (value === null) return null;
  return value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };
}

export const areaHeadings = ['区域编码', '区域名称', '层级', '网格类型', '上级编码', '处理'];
export const peopleHeadings = ['账号', '姓名', '管理区域编码', '管理员', '状态'];
export const postHeadings = ['账号', '姓名', '岗位', '区域编码', '方式', '开始日期', '离岗日期', '处理'];
