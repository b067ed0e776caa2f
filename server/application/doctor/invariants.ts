/** What must be true of the database, and what to do when it is not. Numbers are those of the list in the room's README. */
export interface Invariant {
  readonly number: string;
  readonly zh: string;
  readonly en: string;
  readonly doZh: string;
  readonly doEn: string;
}

function invariant(number: string, zh: string, en: string, doZh: string, doEn: string): Invariant {
  return { number, zh, en, doZh, doEn };
}

const retry = [
  '请在“运维”里打开这个实例，暂停再恢复，或移动令牌；改不了就从备份恢复，并报告缺陷。',
  'Open the instance in operations and suspend and resume it, or move its token; else restore a backup and report a bug.',
] as const;
const report = [
  '数据库被程序以外的东西改过，或程序有缺陷。请先备份，再从上一份好的备份恢复，并报告缺陷。',
  'Something other than the program changed the database, or there is a bug. Back up, restore the last good backup, and report it.',
] as const;

const rearm = [
  '请重新启动一次服务，它会按生效的配置重新设定；还在就先备份，并报告缺陷。',
  'Start the server once more, it arms them as the releases in force say; if it is still there, back up and report a bug.',
] as const;

/** Everything the doctor can find. */
export const invariants = {
  'schema-behind': invariant(
    'I0',
    '数据库的结构比这个程序旧',
    'the schema is older than this program',
    '请用这个版本启动一次服务，它会升级结构；或换回正在运行的那个版本。',
    'Start the server of this version once, it migrates; or use the version that runs.',
  ),
  'ended-with-work': invariant(
    'I3',
    '已结束的实例还留着令牌、定时、任务或办件',
    'an ended instance still has tokens, timers, jobs or open user tasks',
    ...report,
  ),
  'element-unknown': invariant(
    'I3',
    '令牌停在它那个版本的流程里没有的环节',
    'a token is at an element that its version of the process does not have',
    '请在“运维”里把实例迁移到有这个环节的版本，或移动令牌。',
    'Migrate the instance to a version that has the element, or move the token.',
  ),
  'end-unmarked': invariant('I3', '实例的状态、结束时间和内容不一致', 'status, end and state disagree', ...report),
  'state-differs': invariant(
    'I4',
    '实例的状态不是它的历史得出的',
    'the state is not what the history gives',
    ...report,
  ),
  'history-unreadable': invariant('I4', '历史里有一条接不上前面', 'an event does not fit those before it', ...report),
  'user-task-without-token': invariant(
    'I5',
    '有办件，但没有令牌在等它',
    'no token waits at an open user task',
    ...retry,
  ),
  'token-without-user-task': invariant(
    'I5',
    '令牌在等办件，但没有这件',
    'a token waits for a missing user task',
    ...retry,
  ),
  'user-task-elsewhere': invariant('I5', '办件的岗位与实例记的不同', 'a user task is at another position', ...retry),
  'user-task-clock-differs': invariant(
    'I5',
    '办件的灯或期限与实例记的不同',
    'the light or the due time of a user task is not that of its clock',
    ...retry,
  ),
  'timer-without-token': invariant('I6', '有定时，但没有令牌在等它', 'no token waits for a timer', ...retry),
  'token-without-timer': invariant('I6', '令牌在等定时，但没有这条定时', 'a token waits for a missing timer', ...retry),
  'timer-fired-twice': invariant('I6', '同一次定时触发了两次', 'a timer has fired twice', ...report),
  'start-without-timer': invariant(
    'I6',
    '流程该按时间自己开始，但没有这条定时，到点不会开始',
    'a process begins by a time that is not armed, so it will not begin',
    ...rearm,
  ),
  'timer-without-start': invariant(
    'I6',
    '有一条让流程自己开始的定时，但生效的配置里没有它',
    'a time of a process is armed that no release in force has',
    ...rearm,
  ),
  'start-timer-differs': invariant(
    'I6',
    '流程自己开始的定时与生效的配置写的不同',
    'a time at which a process begins is armed otherwise than its release says',
    ...rearm,
  ),
  'gathered-not-begun': invariant(
    'I6',
    '流程等的消息都到了，但没有开始',
    'everything a process waits for to begin has come, and it has not begun',
    ...report,
  ),
  'subscription-without-token': invariant(
    'I6',
    '有等消息或信号的记录，但没有令牌在等',
    'no token waits for a subscription',
    ...retry,
  ),
  'token-without-subscription': invariant(
    'I6',
    '令牌在等消息或信号，但没有这条记录，消息到了也找不到它',
    'a token waits for a message or signal and has no subscription, so none will find it',
    ...retry,
  ),
  'job-without-token': invariant('I7', '有自动步骤，但没有令牌在等它', 'no token waits for a job', ...retry),
  'token-without-job': invariant('I7', '令牌在等自动步骤，但没有这一步', 'a token waits for a missing job', ...retry),
  'history-gap': invariant('I8', '历史的编号有缺口或重复', 'the history has a gap or a double', ...report),
  'incident-without-token': invariant(
    'I9',
    '故障记录对不上实例',
    'an incident row has no incident in its instance',
    ...retry,
  ),
  'token-without-incident': invariant(
    'I9',
    '实例卡住了，但没有故障记录',
    'a stuck element has no incident row',
    ...retry,
  ),
  'attempts-beyond': invariant(
    'I9',
    '自动步骤试的次数超过了模型的规定',
    'a job was tried more often than its model says',
    '请看日志里这个实例的自动步骤，停用有问题的插件，再在“运维”里处理它。',
    'Read what the log says of the job, switch the faulty plugin off, then settle it in operations.',
  ),
  'row-of-nobody': invariant(
    'I10',
    '有一行指向本租户没有的东西',
    'a row points to what its tenant does not have',
    ...report,
  ),
  'release-broken': invariant(
    'I11',
    '实例用的发布编译不了',
    'the release an instance is pinned to does not compile',
    '请换回上一个程序版本，或把实例迁移到现在的发布。',
    'Go back to the program version before, or migrate the instances to a present release.',
  ),
} as const satisfies { readonly [code: string]: Invariant };

export type FaultCode = keyof typeof invariants;
