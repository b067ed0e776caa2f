import { clockErrors } from './clock-errors.ts';
import { draftErrors } from './draft-errors.ts';
import { repairRefusals } from '../application/operations/repair-refusals.ts';
import { externalJobErrors } from './external-job-errors.ts';
import { holderErrors } from './holder-errors.ts';
import { messageErrors } from './message-errors.ts';
import { operatingErrors } from './operating-errors.ts';
import { pluginErrors } from './plugin-errors.ts';
import { workbookErrors } from './workbook-errors.ts';
import { type CatalogueEntry, said } from './said.ts';

/**
 * Every error that leaves the program: its stable code, its HTTP status, and a sentence in both languages that says what
 * happened and what to do. `{name}` stands for a detail of the error. A test holds that no code is thrown which is not
 * here, and that none is here which nobody throws.
 */
export const errorCatalogue = {
  // ── the request itself ────────────────────────────────────────────────────────────────────────────────────────
  'request-invalid': said(
    400,
    '发来的内容有 {count} 处不对，没有处理。请按下面的说明改了再发。',
    'The request is wrong in {count} places and was not processed. Correct them as told below and send it again.',
  ),
  'body-not-json': said(
    400,
    '发来的内容不是正确的 JSON，没有处理。请检查格式再发。',
    'The body is not valid JSON and was not processed. Check its format and send it again.',
  ),
  'body-too-large': said(
    413,
    '发来的内容太大（最多 1 MB），没有处理。请减少内容再发。',
    'The body is too large (1 MB at most) and was not processed. Send less.',
  ),
  'media-type-unsupported': said(
    415,
    '发来的内容类型不对，没有处理。这里只收 application/json，照片用 multipart/form-data。',
    'The content type is not accepted. Send application/json; photos come as multipart/form-data.',
  ),
  'operation-unknown': said(
    404,
    '没有这个接口。请对照 /api/openapi.json 检查地址和方法。',
    'There is no such operation. Check address and method against /api/openapi.json.',
  ),
  'page-unknown': said(
    404,
    '没有这个页面或文件。请从首页重新进入。',
    'There is no such page or file. Start again from the first page.',
  ),
  'studio-not-built': said(
    503,
    '网页还没有生成。请用 npm start 启动程序，它会先生成网页。',
    'The pages have not been built. Start the program with npm start, which builds them first.',
  ),
  'origin-foreign': said(
    403,
    '这个请求来自别的网站，没有处理。请在本系统的页面里操作。',
    'The request comes from another site and was not processed. Use the pages of this system.',
  ),
  'too-many-requests': said(
    429,
    '请求太频繁，请过 {seconds} 秒再试。',
    'Too many requests. Try again in {seconds} seconds.',
  ),
  'idempotency-key-missing': said(
    400,
    '缺少 Idempotency-Key 请求头，没有处理。请给每个操作一个新的编号（8 到 100 个字符），重发时用同一个。',
    'The Idempotency-Key header is missing. Give each command a new key of 8 to 100 characters, and the same one when repeating it.',
  ),
  'idempotency-key-reused': said(
    409,
    '这个 Idempotency-Key 已经用于另一个内容不同的操作，没有处理。请换一个新的编号。',
    'This Idempotency-Key was used for a different request. Use a new key.',
  ),
  // ── who is asking ─────────────────────────────────────────────────────────────────────────────────────────────
  'signed-out': said(
    401,
    '还没有登录，或登录已经过期。请登录后再试。',
    'You are not signed in, or your session has ended. Sign in and try again.',
  ),
  'session-ended': said(
    401,
    '登录刚刚失效，操作没有执行。请重新登录。',
    'Your session has just ended and nothing was done. Sign in again.',
  ),
  'sign-in-failed': said(
    401,
    '账号或密码不对，或者账号因多次输错被暂时锁定。请检查后再试；输错 5 次会锁定 15 分钟，也可以请管理员重置密码。',
    'Account or password is wrong, or the account is shut for a while after several failures. Check them; after 5 failures it is shut for 15 minutes, and an administrator can reset the password.',
  ),
  'must-change-password': said(
    403,
    '现在用的是初始密码。请先改成自己的密码，再继续。',
    'You are using a first password. Choose your own before you go on.',
  ),
  'password-wrong': said(
    422,
    '现在的密码不对，密码没有改。请重新输入。',
    'The present password is wrong, so nothing was changed. Enter it again.',
  ),
  'password-same': said(
    422,
    '新密码和现在的密码一样，没有改。请换一个。',
    'The new password is the present one. Choose another.',
  ),
  'demo-off': said(
    403,
    '现在不是演示环境，不能一键登录。请用账号和密码登录。',
    'Demo mode is off, so one-click sign-in is closed. Sign in with account and password.',
  ),
  'setup-closed': said(
    409,
    '第一位管理员已经建立，这个入口关闭了。请用账号登录，或请管理员添加账号。',
    'The first administrator exists and this door is closed. Sign in, or ask an administrator for an account.',
  ),
  'setup-code-wrong': said(
    422,
    '安装码不对，没有建立管理员。请看程序启动时最后一次显示的安装码；重新启动会换新的。',
    'The code is wrong. Use the one the program printed at its latest start; each start prints a new one.',
  ),
  'not-permitted': said(
    403,
    '你的岗位没有这项权限（{permission}），操作没有执行。需要的话请找管理员。',
    'Your posts do not permit this ({permission}), so nothing was done. Ask your administrator if you need it.',
  ),
  'not-reachable-here': said(
    421,
    '演示登录只能在本机打开（localhost）。请用本机地址访问。',
    'Demo sign-in works on this machine only (localhost). Open it by its local address.',
  ),
  // ── people and posts ──────────────────────────────────────────────────────────────────────────────────────────
  'person-unknown': said(
    404,
    '没有这个人，或者不归你管理。请刷新列表再试。',
    'There is no such person in the areas you manage. Reload the list and try again.',
  ),
  'person-suspended': said(
    409,
    '这个账号已停用，不能配到岗位。请先恢复账号。',
    'The account is suspended and cannot be put on a post. Reinstate it first.',
  ),
  'account-taken': said(
    409,
    '账号已经有人用了，没有建立。请换一个账号。',
    'The account name is taken. Choose another.',
  ),
  'first-password-used': said(
    409,
    '这个人已经添加并登录过，初始密码不再显示。需要新密码请用“重置密码”。',
    'The person was added and has signed in, so the first password is no longer shown. Reset the password to get a new one.',
  ),
  'own-account': said(
    409,
    '不能停用自己的账号。请让另一位管理员操作。',
    'You cannot suspend your own account. Ask another administrator.',
  ),
  'assignment-unknown': said(
    404,
    '这个人没有这条任岗记录。请刷新后再试。',
    'The person has no such assignment. Reload and try again.',
  ),
  'assignment-ended': said(
    409,
    '这条任岗已经结束。请刷新后再看。',
    'The assignment has already ended. Reload to see how it stands.',
  ),
  'already-on-post': said(
    409,
    '这个人在这段时间已经在这个岗位上。请检查日期。',
    'The person already holds this post in that time. Check the dates.',
  ),
  'area-begins-later': said(
    422,
    '「{area}」{begins} 才启用，任岗没有保存。请把开始日期改为那一天或以后。',
    '"{area}" begins on {begins}, so nobody was assigned. Choose that day or a later one as the first day.',
  ),
  'post-full': said(
    409,
    '「{post}」最多 {most} 人，这段时间已经满了。请先结束一位，或改为顶岗。',
    '"{post}" takes {most} people at most and is full in that time. End one assignment first, or assign as cover.',
  ),
  'post-unknown': said(
    422,
    '「{area}」没有这个岗位。请从岗位看板里选。',
    '"{area}" has no such post. Choose one from the board of posts.',
  ),
  'dates-reversed': said(
    422,
    '离岗日期（{to}）不在开始日期（{from}）之后，没有保存。离岗日期是不再担任的第一天，请改日期。',
    'The day of leaving ({to}) is not after the beginning ({from}); it is the first day no longer held. Correct the dates.',
  ),
  'area-unknown': said(
    404,
    '没有这个区域，或者它不在你的管辖范围里。请从列表里选。',
    'There is no such area within yours. Choose one from the list.',
  ),
  'area-not-a-grid': said(
    422,
    '事件要报到网格，这里选的不是网格。请选一个网格。',
    'A case is reported for a grid, and this area is none. Choose a grid.',
  ),
  'area-ended': said(
    409,
    '这个网格已经调整，现在是 {successors}。请选事情所在的那一个再报。',
    'This grid has changed and is now {successors}. Choose the one the matter is in and report again.',
  ),
  'area-not-split': said(
    422,
    '这个区域没有拆分，或者选的不是拆分以后的区域。请从页面给出的区域里选。',
    'This area is not split, or what was chosen is no part of it. Choose one that the page offers.',
  ),
  'area-of-other-type': said(
    422,
    '这本台账的条目不属于这一级区域。请从页面给出的区域里选。',
    'Entries of this ledger belong to areas of another level. Choose one that the page offers.',
  ),
  // ── cases, user tasks, meetings ───────────────────────────────────────────────────────────────────────────────
  'submission-invalid': said(
    422,
    '表单有 {count} 处没有填对，没有提交。请按下面的说明改了再提交。',
    'The form is wrong in {count} places and was not submitted. Correct them as told below and submit again.',
  ),
  'case-type-unknown': said(
    404,
    '没有这种事件类型。请刷新页面再报。',
    'There is no such type of case. Reload the page and report again.',
  ),
  'case-unknown': said(
    404,
    '没有这个事件，或者它不在你的管辖范围里。请从列表里打开。',
    'There is no such case within your areas. Open it from the list.',
  ),
  'case-closed': said(409, '这个事件已经办结，没有人可以催办。', 'The case is closed, so there is nobody to urge.'),
  'urged-already': said(
    409,
    '一小时内已经催办过这个事件。请过一会儿再催。',
    'You have urged this case within the last hour. Wait a while.',
  ),
  'reporter-unknown': said(
    404,
    '这个事件没有反映人信息，或者已按期限删除。',
    'The case has no reporter, or the data was erased at the end of its term.',
  ),
  'user-task-unknown': said(
    404,
    '没有这项待办，或者它不在你的岗位上。请从待办列表里打开。',
    'There is no such user task on your posts. Open it from your list.',
  ),
  'user-task-stale': said(
    409,
    '这项待办刚才已经办完、撤销或转给别人，这次没有提交。请刷新待办列表。',
    'This user task was completed, cancelled or handed on a moment ago, so nothing was submitted. Reload your list.',
  ),
  'answer-missing': said(
    409,
    '没有写同意还是不同意，没有提交。请选一个再提交。',
    'It does not say whether you agree, so nothing was submitted. Choose one, then send it.',
  ),
  'answered-already': said(
    409,
    '你已经就这件事表过态，一人一次，这次没有提交。请让这个岗位的其他人来办。',
    'You have answered on this already and everybody answers once, so nothing was submitted. Leave it to the others who hold the post.',
  ),
  'work-not-offered': said(
    409,
    '这一项现在不能开始：它已经不在可办事项里，或者要等正在办的一项办完。请刷新后再看。',
    'This cannot be begun now: it is offered no more, or what goes on has to be done first. Reload the page.',
  ),
  'work-not-yours': said(
    403,
    '「{title}」不归你的岗位办，没有开始。请由经办这件事的岗位来开始。',
    '"{title}" is not for your posts, so it was not begun. Somebody who has a part in the matter has to begin it.',
  ),
  'nobody-above': said(
    409,
    '上面没有可以接手的岗位，没有上报。请与街道联系。',
    'There is no post above that could take it. Contact the street office.',
  ),
  'meeting-unknown': said(
    404,
    '没有这个会议，或者它不在你的管辖范围里。请从会议列表里打开。',
    'There is no such meeting within your areas. Open it from the list.',
  ),
  'meeting-in-the-past': said(
    422,
    '开会时间已经过去，没有召集。请选一个以后的时间。',
    'The time of the meeting is past. Choose a later one.',
  ),
  // ── ledgers and photos ────────────────────────────────────────────────────────────────────────────────────────
  'ledger-unknown': said(404, '没有这本台账。请从台账列表里打开。', 'There is no such ledger. Open one from the list.'),
  'entry-unknown': said(
    404,
    '没有这条登记，或者它不在你的管辖范围里。请从列表里打开。',
    'There is no such entry within your areas. Open it from the list.',
  ),
  'entry-exists': said(
    409,
    '已经登记过同一条，没有重复登记。请查找原来那条并修改。',
    'The same thing has been entered before. Find that entry and change it.',
  ),
  'entry-changed': said(
    409,
    '别人刚才改过这条登记（现在是第 {revision} 版），你的修改没有保存。请刷新看了再改。',
    'Somebody else changed this entry a moment ago (it is at revision {revision}), so yours was not saved. Reload and change it again.',
  ),
  'photo-unknown': said(
    404,
    '没有这张照片，或者你看不了。请重新上传。',
    'There is no such photo for you. Upload it again.',
  ),
  'photo-missing': said(400, '没有收到照片。请选一张照片再上传。', 'No photo arrived. Choose one and upload it.'),
  'photo-too-large': said(
    413,
    '照片太大（最多 {most} MB、{megapixels} 百万像素），没有保存。请缩小后再上传。',
    'The photo is too large ({most} MB and {megapixels} megapixels at most). Make it smaller and upload it again.',
  ),
  'photo-unreadable': said(
    422,
    '这个文件不是能打开的 JPEG、PNG 或 WebP 照片，没有保存。请重新拍一张或换一张。',
    'The file is no readable JPEG, PNG or WebP picture. Take or choose another one.',
  ),
  ...clockErrors,
  ...messageErrors,
  ...holderErrors,
  ...pluginErrors,
  ...workbookErrors,
  ...operatingErrors,
  ...draftErrors,
  ...repairRefusals,
  ...externalJobErrors,
  // ── the program and its database ──────────────────────────────────────────────────────────────────────────────
  'nothing-published': said(
    503,
    '还没有发布任何配置包，系统不能办事。请管理员先安装并发布配置包。',
    'No pack has been published, so nothing can be done. An administrator has to install and publish one.',
  ),
  'demo-loaded': said(
    409,
    '演示数据已经在里面，没有重复装入。要重来，请先运行 gridloom demo clear。',
    'The demo data is already there. To begin again, run gridloom demo clear first.',
  ),
  'data-directory-in-use': said(
    503,
    '另一个程序正在用数据目录 {directory}。请先停掉它，或换一个 DATA_DIR。',
    'Another program is using the data directory {directory}. Stop it first, or choose another DATA_DIR.',
  ),
  'too-busy': said(
    429,
    '现在同时办理的人太多，操作没有执行。请过一两秒再试。',
    'Too much is asked at once, so nothing was done. Try again in a second or two.',
  ),
  'database-unavailable': said(
    503,
    '数据库现在连不上，操作没有执行。请稍后再试。',
    'The database cannot be reached, so nothing was done. Try again later.',
  ),
  'outcome-unknown': said(
    503,
    '提交时与数据库断开，不知道是否成功。请用同一个 Idempotency-Key 再发一次，不会重复办理。',
    'The connection to the database was lost during the commit, so it is not known whether it succeeded. Repeat the request with the same Idempotency-Key; it is not done twice.',
  ),
  bug: said(
    500,
    '程序出错，操作没有执行。请把编号 {id} 告诉管理员。',
    'The program failed and nothing was done. Tell your administrator the number {id}.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;

export type ProblemCode = keyof typeof errorCatalogue;
