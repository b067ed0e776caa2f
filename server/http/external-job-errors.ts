import { type CatalogueEntry, said } from './said.ts';

/** What may be wrong with systems of other departments and the jobs they do; a part of THE catalogue (`errors.ts`). */
export const externalJobErrors = {
  'worker-token-wrong': said(
    401,
    '没有带令牌，或者令牌不对、已收回。请在 Authorization 请求头里写“Bearer 令牌”；没有令牌请找管理员。',
    'The token is missing, wrong or revoked. Send it as "Authorization: Bearer …"; an administrator can give you one.',
  ),
  'worker-unknown': said(
    404,
    '没有这个外部系统，或者已经收回。请刷新列表再看。',
    'There is no such external worker, or it was revoked before. Reload the list.',
  ),
  'worker-may-nothing': said(
    422,
    '没有写它可以办哪些工作、发哪些消息，没有添加。请至少写一样。',
    'Neither jobs it may do nor messages it may send are named, so none was added. Name at least one.',
  ),
  'worker-name-taken': said(
    409,
    '已经有叫「{name}」的外部系统，没有添加。请换一个名称，或先收回原来那个。',
    'There is an external worker called "{name}" already, so none was added. Choose another name, or revoke that one first.',
  ),
  'job-lost': said(
    409,
    '这一步已经不归你做：租约过期后给了别人，或者已经办完、不再需要。结果没有收下，请去领别的。',
    'This job is no longer yours: its lease ended and somebody else has it, or it is done or no longer wanted. The answer was not taken; go on with another job.',
  ),
  'job-held': said(
    409,
    '这件事现在暂停着，结果没有收下。请续租，过一会儿用同样的内容再交。',
    'What the job belongs to is held at the moment, so the answer was not taken. Extend the lease and give the same answer again in a while.',
  ),
  'job-variables-too-large': said(
    413,
    '变量太大（最多 {most} KB），结果没有收下。请只交流程要用的，其余留在你们系统里，交编号。',
    'The variables are too large ({most} KB at most), so the answer was not taken. Send what the process needs and keep the rest with you under a reference.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
