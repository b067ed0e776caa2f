import { said } from './said.ts';

/** The part of the error catalogue about workbooks and going live. */
export const workbookErrors = {
  'workbook-missing': said(
    400,
    '没有收到文件。请选一个 .xlsx 文件再上传。',
    'No file arrived. Choose one .xlsx file and upload it.',
  ),
  'workbook-unreadable': said(
    422,
    '这个文件不是能读的 Excel 工作簿（.xlsx），没有导入。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传；.xls 和有密码的不能用。',
    'This is no .xlsx workbook that can be read, so nothing was imported. Save it as .xlsx, without a password, and upload it again.',
  ),
  'workbook-too-large': said(
    413,
    '这个文件太大（最多 10 MB，展开后 120 MB），没有导入。请删去图片和多余的表，或分几个文件导入。',
    'The file is too large (10 MB, 120 MB unpacked), so nothing was imported. Take pictures and other sheets out, or import it in parts.',
  ),
  'workbook-too-long': said(
    413,
    '表太长（最多 30000 行、60 列），没有导入。请删去空行后面的内容，或分几个文件导入。',
    'A sheet is too long (30,000 rows, 60 columns), so nothing was imported. Import it in parts.',
  ),
  'workbook-faulty': said(
    422,
    '表里有 {count} 处不对，什么也没有写。请改好再导入，或选“只导入没有问题的行”。',
    'The workbook is wrong in {count} places, so nothing was written. Correct them, or import the sound rows only.',
  ),
  'workbook-outdated': said(
    409,
    '预览之后情况有了变化，什么也没有写。请重新预览，看清楚再导入。',
    'Something has changed since the preview, so nothing was written. Look at the preview again.',
  ),
  'passwords-none': said(
    409,
    '这里没有要发初始密码的人：都已经发过，或已经登录过。要重新发给没登录过的人，请选“重新发放”。',
    'Nobody here needs a first password: all were given one or have signed in. Choose to give again to those who never did.',
  ),
  'readiness-open': said(
    409,
    '还有 {count} 项必须办的没有办完，不能启用。请先办完清单里标“必须”的。',
    '{count} items that must be done are open, so it cannot go live. Do those first.',
  ),
  'readiness-not-markable': said(
    422,
    '这一项由系统核对，不能手工确认。请按提示办好，它会自己变成“已办”。',
    'The program checks this item itself, so it cannot be marked. Do what it says and it will be done.',
  ),
  'already-live': said(409, '这里已经正式启用了，不用再做。', 'It is live already; there is nothing to do.'),
  'not-live': said(409, '这里没有正式启用，没有可撤销的。', 'It is not live, so there is nothing to take back.'),
  'go-live-date': said(
    422,
    '启用日期 {from} 已经过去。请写今天或以后的日期。',
    'The date {from} has passed. Choose today or a later one.',
  ),
} as const;
