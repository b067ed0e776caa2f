import type { TextKey, Texts } from '../translations/texts.ts';

const titles: Readonly<Record<string, TextKey>> = {
  case: 'process.var.case',
  'case.type': 'process.var.case.type',
  'case.area': 'process.var.case.area',
  'case.category': 'process.var.case.category',
  'case.channel': 'process.var.case.channel',
  'case.onTheSpot': 'process.var.case.onTheSpot',
  'case.wantsAnswer': 'process.var.case.wantsAnswer',
  'case.reporterPost': 'process.var.case.reporterPost',
  meeting: 'process.var.meeting',
  'meeting.series': 'process.var.meeting.series',
  'meeting.title': 'process.var.meeting.title',
  'meeting.area': 'process.var.meeting.area',
  'meeting.place': 'process.var.meeting.place',
  'meeting.startsAt': 'process.var.meeting.startsAt',
  'meeting.convenorPost': 'process.var.meeting.convenorPost',
  'meeting.recorderPost': 'process.var.meeting.recorderPost',
  'meeting.participants': 'process.var.meeting.participants',
  item: 'process.var.item',
  'item.title': 'process.var.item.title',
  'item.post': 'process.var.item.post',
  'item.area': 'process.var.item.area',
  'item.limit': 'process.var.item.limit',
  'item.meeting': 'process.var.item.meeting',
  'outcome.passed': 'process.outcome.passed',
  'outcome.approvals': 'process.outcome.approvals',
  'outcome.refusals': 'process.outcome.refusals',
  ladder: 'process.var.ladder',
  'ladder.instance': 'process.var.ladder.instance',
  'ladder.userTask': 'process.var.ladder.userTask',
  'ladder.area': 'process.var.ladder.area',
  'ladder.dueAt': 'process.var.ladder.dueAt',
};

/** What a variable is called that a process begins with. */
export function variableTitle(path: string, text: Texts['text']): string {
  const key = titles[path];
  return key === undefined ? path : text(key);
}
