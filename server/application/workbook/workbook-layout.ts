/** The sheets of a workbook that hold rows; a fourth one explains them. */
export type SheetId = 'areas' | 'people' | 'posts';

/** A column as its heading, and what is written in it. */
export interface Column {
  readonly id: string;
  readonly title: string;
  readonly required: boolean;
  /** What to write, for the sheet that explains. */
  readonly says: string;
  /** Width in signs. */
  readonly width: number;
  /** What it was called before: workbooks that were filled in then are still read. */
  readonly formerTitle?: string;
}

interface SheetLayout {
  readonly title: string;
  readonly columns: readonly Column[];
}

function column(id: string, title: string, width: number, says: string, required = false): Column {
  return { id, title, required, says, width };
}

const name = (says: string): Column => column('name', '姓名', 12, says);

/**
 * What stands where in the workbook. Columns are found by their headings, so their order is free and further columns of
 * an office's own are passed over. A row is known by its key: code, account, and account with post and area.
 */
export const layout: { readonly [sheet in SheetId]: SheetLayout } = {
  areas: {
    title: '区域',
    columns: [
      column('code', '区域编码', 20, '唯一。以上级编码开头；各级位数见系统里的编码格式。', true),
      column('name', '区域名称', 24, '人们怎么叫它。', true),
      column('type', '层级', 10, '从系统里有的层级里选，如 街道、社区、网格。', true),
      column('kind', '网格类型', 10, '网格才写。'),
      column('parent', '上级编码', 20, '上一级的区域编码；最上面的不写。'),
      column('change', '处理', 8, '不写是新增或修改；写“移除”是取消这个区域。'),
    ],
  },
  people: {
    title: '人员与账号',
    columns: [
      column('account', '账号', 18, '登录用，唯一；字母、数字和 . _ -，2 到 40 个。全是数字时按手机号核对。', true),
      { ...name('本人姓名。'), required: true },
      column('managedIn', '管理区域编码', 20, '哪里的管理员管这个账号；不写就是导入时选的区域。'),
      column('administrator', '管理员', 8, '是 或 否；不写就不变，新增的是“否”。'),
      column('state', '状态', 8, '在用 或 停用；不写就是在用。停用后不能登录，任岗停下。'),
    ],
  },
  posts: {
    title: '岗位人员',
    columns: [
      column('account', '账号', 18, '“人员与账号”里的，或系统里已有的。', true),
      name('给人看的；写了就和账号核对。'),
      column('post', '岗位', 18, '岗位的名称，和岗位配置里的一样。', true),
      column('area', '区域编码', 20, '在哪个区域任这个岗位。', true),
      column('areaName', '区域名称', 20, '给人看的，不核对。'),
      column('kind', '方式', 8, '正式 或 顶岗；不写就是正式。顶岗要写离岗日期。'),
      column('covers', '顶替谁', 18, '顶岗才写：顶替的人的账号；岗位空着就不写。'),
      column('from', '开始日期', 12, '第一天；不写就是导入当天。'),
      {
        ...column('to', '离岗日期', 12, '从这天起不再担任，最后一天是前一天；不写就一直担任。'),
        formerTitle: '截止日期',
      },
      column('change', '处理', 8, '不写是新增或修改；写“结束”是从今天起不再担任。'),
      column('workTo', '工作交给', 18, '结束时还有待办才写：接手人的账号，或 同岗、上一级；不写就留给同岗的人。'),
    ],
  },
};

/** The order of the sheets. */
export const sheetIds: readonly SheetId[] = ['areas', 'people', 'posts'];

/** The sheet that explains the others; it is not read. */
export const guideTitle = '填写说明';

/** Words of cells. */
export const words = {
  remove: '移除',
  end: '结束',
  yes: '是',
  no: '否',
  active: '在用',
  suspended: '停用',
  formal: '正式',
  cover: '顶岗',
  samePost: '同岗',
  upper: '上一级',
} as const;
