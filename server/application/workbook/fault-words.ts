interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What may be wrong in a cell, a row or a sheet; `{name}` stands for a value of the place. */
export const faultWords = {
  'sheet-missing': {
    zh: '没有找到“{title}”这张表，也没有别的能读的表。请用下载的模板填，不要改表名。',
    en: 'There is no sheet "{title}" nor any other that is read. Fill in the template and keep the names of its sheets.',
  },
  'column-missing': {
    zh: '缺少“{title}”这一列。请按模板补上表头。',
    en: 'The column "{title}" is missing. Add its heading as in the template.',
  },
  'column-twice': {
    zh: '“{title}”这一列出现了两次，不知道用哪一列。请删去一列。',
    en: 'The column "{title}" is there twice. Delete one of them.',
  },
  'value-missing': {
    zh: '“{title}”没有填。请填上。',
    en: '"{title}" is empty. Fill it in.',
  },
  'digits-lost': {
    zh: '“{title}”被 Excel 当成了数字，末尾的数位可能丢了。请把这一列设成“文本”格式再重新填。',
    en: 'Excel took "{title}" for a number and may have lost its last digits. Make the column text and write it again.',
  },
  'date-wrong': {
    zh: '“{value}”不是能认出的日期。请写成 2026-03-01 或 2026年3月1日。',
    en: '"{value}" is no date. Write 2026-03-01.',
  },
  'word-unknown': {
    zh: '“{title}”不能写“{value}”，只能写：{choices}。',
    en: '"{title}" cannot be "{value}"; write one of: {choices}.',
  },
  'row-twice': {
    zh: '和第 {row} 行重复了。请只留一行。',
    en: 'This is row {row} once more. Keep one of them.',
  },
  'too-long': {
    zh: '“{title}”太长了，最多 {most} 个字。请写短些。',
    en: '"{title}" is too long: {most} signs at most.',
  },
  'account-form': {
    zh: '账号“{value}”不合格：只能用字母、数字和 . _ -，2 到 40 个。请改。',
    en: 'The account "{value}" may only have letters, digits and . _ -, 2 to 40 of them. Correct it.',
  },
  'phone-form': {
    zh: '账号“{value}”全是数字，按手机号核对不对：应是 1 开头的 11 位。请核对，或在账号里加字母。',
    en: 'The account "{value}" is all digits and no mobile number (11 digits that begin with 1). Check it, or put a letter in.',
  },
  'account-elsewhere': {
    zh: '账号“{value}”已经有人用了，不归这里管。请换一个账号，或请那边的管理员处理。',
    en: 'Somebody outside of your areas has the account "{value}". Choose another, or ask their administrator.',
  },
  'account-unknown': {
    zh: '没有账号“{value}”：表里没有，系统里你管的人里也没有。请先在“人员与账号”里加上。',
    en: 'There is no account "{value}", neither in the workbook nor among the people you manage. Add it to the sheet of people.',
  },
  'name-differs': {
    zh: '账号“{account}”是{name}，这里写的是{value}。请核对是不是写错了账号。',
    en: 'The account "{account}" is {name}, not {value}. Check whether the account is right.',
  },
  'person-suspended': {
    zh: '{name}的账号停用着，不能安排岗位。请先把状态改成“在用”。',
    en: 'The account of {name} is suspended, so they cannot be given a post. Make it active first.',
  },
  'own-account': {
    zh: '不能停用自己的账号，也不能去掉自己的管理员。请另一位管理员来做。',
    en: 'Nobody suspends their own account or takes their own administration away. Ask another administrator.',
  },
  'needs-administrator': {
    zh: '这一行涉及管理员，只有管理员能做。请管理员来导入，或删去这一行。',
    en: 'This row is about an administrator, which only administrators may do. Ask one, or delete the row.',
  },
  'area-unknown': {
    zh: '没有区域“{value}”，或者它不归你管。请核对编码，或先在“区域”表里加上。',
    en: 'There is no area "{value}" within your reach. Check the code, or add it to the sheet of areas.',
  },
  'area-outside': {
    zh: '区域“{value}”不在“{area}”里面，不能在这里导入。请删去这一行。',
    en: 'The area "{value}" is not within "{area}" and cannot be imported here. Delete the row.',
  },
  'area-dated': {
    zh: '“{value}”有带日期的变更（拆分、合并、划转、改名或起止日期），不能用表格改。请到区域树里改。',
    en: '"{value}" begins, ends or changes on a day, which a sheet cannot say. Change it in the tree of areas.',
  },
  'areas-need-administrator': {
    zh: '新增、修改、移除区域要有管理员权限。请管理员来导入，或删去“区域”表里改动的行。',
    en: 'Only administrators add, change or remove areas. Ask one, or delete the rows that change something.',
  },
  'post-unknown': {
    zh: '“{area}”没有“{value}”这个岗位。请改成：{choices}。',
    en: '"{area}" has no post "{value}". Choose one of: {choices}.',
  },
  'post-full': {
    zh: '“{area}”的“{post}”最多 {most} 人，这一行是第 {nth} 人。请先结束一位，或删去这一行。',
    en: '"{area}" has {most} at most on "{post}"; this row would be number {nth}. End one first, or delete the row.',
  },
  'dates-reversed': {
    zh: '离岗日期 {to} 不晚于开始日期 {from}。离岗日期是不再担任的第一天，请改正。',
    en: 'The day of leaving {to} is not after the beginning {from}; it is the first day no longer held. Correct it.',
  },
  'cover-needs-end': {
    zh: '顶岗要写离岗日期。请写上。',
    en: 'Who covers a post does so until a date. Write it.',
  },
  'cover-too-long': {
    zh: '“{post}”一次最多顶岗 {days} 天，接着顶的合起来算。请把离岗日期提前。',
    en: '"{post}" is covered for {days} days at most, covers in a row taken together. Choose an earlier day of leaving.',
  },
  'cover-of-oneself': {
    zh: '不能顶替自己。请改成别人的账号。',
    en: 'Nobody covers for themselves. Write the account of somebody else.',
  },
  'cover-of-cover': {
    zh: '“{value}”自己也是顶岗的，不能再由别人顶替。请写正式担任的人。',
    en: '"{value}" only covers the post and cannot be covered for. Write who holds it formally.',
  },
  'cover-of-nobody': {
    zh: '“{value}”在开始日期那天没有正式担任这个岗位。请核对账号和日期。',
    en: '"{value}" does not hold this post formally on the first day. Check account and date.',
  },
  'cover-for-whom': {
    zh: '这个岗位有人担任，要写顶替谁。请写上账号：{choices}。',
    en: 'Somebody holds this post: write for whom it is covered, by account: {choices}.',
  },
  'covers-without-cover': {
    zh: '“顶替谁”只有顶岗才写。请删去，或把方式改成“顶岗”。',
    en: 'Only a cover is for somebody. Delete it, or make the row a cover.',
  },
  'covers-differs': {
    zh: '现在顶替的是“{value}”，不能改。要换人，请先结束，再新加一行。',
    en: 'It is a cover for "{value}", which cannot be changed. End it first and add another row.',
  },
  'work-undecided': {
    zh: '{name}在这个岗位上还有 {count} 件待办，没有别人接。请在“工作交给”写接手人的账号{upper}。',
    en: '{name} has {count} open user tasks on this post and nobody else holds it. Write in "工作交给" who takes them, by account{upperEn}.',
  },
  'work-stays-nowhere': {
    zh: '这个岗位没有别人了，不能写“同岗”。请写接手人的账号{upper}。',
    en: 'Nobody else holds this post, so its work cannot stay there. Write who takes it, by account{upperEn}.',
  },
  'work-stays-here': {
    zh: '这个岗位还有别人，待办留给他们，不转上一级。请改成“同岗”，或写接手人的账号。',
    en: 'Others hold this post and keep its work; it does not go up. Write "同岗", or who takes it, by account.',
  },
  'work-left': {
    zh: '{name}还有 {count} 件待办，只有本人在办。请到“人员”页停用，那里会问工作交给谁。',
    en: '{name} has {count} open user tasks that nobody else can do. Suspend them on the page of people, which asks who gets the work.',
  },
  'kind-differs': {
    zh: '这个人现在是{value}。要改方式，请先结束，再新加一行。',
    en: 'This person holds it as {value}. To change that, end it first and add another row.',
  },
  'start-passed': {
    zh: '任岗已经从 {value} 开始了，开始日期不能再改。请留空。',
    en: 'It has begun on {value}, and that cannot be changed any more. Leave the date empty.',
  },
  'nothing-to-end': {
    zh: '这个人现在没有任这个岗位，没有可结束的。请删去这一行。',
    en: 'The person does not hold this post, so there is nothing to end. Delete the row.',
  },
  'nothing-to-remove': {
    zh: '没有区域“{value}”，没有可移除的。请删去这一行。',
    en: 'There is no area "{value}" to remove. Delete the row.',
  },
} as const satisfies { readonly [code: string]: Words };

export type FaultCode = keyof typeof faultWords;
