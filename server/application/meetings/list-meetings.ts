import { localDate } from '../../kernel/local-time.ts';
import { meetingDates } from '../../kernel/meetings/meeting-dates.ts';
import { meetingPositions } from '../../kernel/meetings/open-meeting.ts';
import type { Instant } from '../../kernel/json.ts';
import type { MeetingFile, MeetingRule } from '../../kernel/release/definitions.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { actionItemsOf, meetingsIn } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook, type NameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, mayAct, requireAreasFor } from '../policy/policy.ts';
import { occurrenceViews } from './occurrence-views.ts';
import { seriesInForce } from './series-in-force.ts';
import { takesPart } from './takes-part.ts';

const shownDates = 5;
const shownOccurrences = 30;

/**
 * The meeting series with their next dates, and the meetings that were called: those in the caller's areas, and those
 * they take part in, wherever these are held.
 *
 * @throws Refusal `not-permitted`
 */
export async function listMeetings(context: Context, tx: Transaction, actor: Actor) {
  const live = await context.releases.inForce(tx);
  const series = seriesInForce(live).filter(
    ({ meeting, release }) =>
      mayAct(actor, 'meeting.view', meeting.area) ||
      takesPart(actor, context.releases.organizationFrame(release), meeting),
  );
  const areas = series.length > 0 ? areasFor(actor, 'meeting.view') : requireAreasFor(actor, 'meeting.view');
  const names = await nameBook(context, tx, null, [...live.tree.areas.keys()]);
  const called = await meetingsIn(
    tx,
    context.tenant,
    [...areas, ...series.map(({ meeting }) => meeting.area)],
    shownOccurrences,
  );
  const rows = called.filter(
    (row) =>
      mayAct(actor, 'meeting.view', row.area) ||
      series.some(({ meeting }) => meeting.id === row.series && meeting.area === row.area),
  );
  const items = await actionItemsOf(
    tx,
    context.tenant,
    rows.map((row) => row.id),
  );
  return {
    asOf: tx.now,
    series: series.map(({ meeting, release }) => {
      const { posts } = context.releases.organizationFrame(release);
      const organization = { ...names.organization, posts };
      return seriesView(release, { ...names, organization }, actor, meeting, tx.now);
    }),
    occurrences: await occurrenceViews(context, tx, names, rows, items),
  };
}

function seriesView(release: CompiledRelease, names: NameBook, actor: Actor, meeting: MeetingFile, now: Instant) {
  const calendar = release.calendars.get(meeting.calendar);
  const lines = (list: MeetingFile['participants']) =>
    list
      .flatMap((line) => meetingPositions(names.organization, meeting, line))
      .map((position) => names.position(position));
  const [convenor] = lines([meeting.convenor]);
  const [recorder] = lines([meeting.recorder]);
  const nobody = names.position({ post: '', area: meeting.area });
  return {
    id: meeting.id,
    title: meeting.title,
    area: names.area(meeting.area),
    rule: ruleSentence(meeting.rule),
    place: meeting.place,
    assumed: release.assumed.some((value) => value.path.includes(`meetings/${meeting.id}.json`)),
    convenor: convenor ?? nobody,
    recorder: recorder ?? nobody,
    participants: lines(meeting.participants),
    next: calendar
      ? meetingDates(meeting, calendar, localDate(now), shownDates).map((date) => ({
          date: date.date,
          at: date.at,
          noticeAt: date.noticeAt,
          provisional: date.provisional,
          moved:
            date.movedFor === null
              ? null
              : { from: date.scheduled, why: date.movedFor === 'weekend' ? null : date.movedFor },
        }))
      : [],
    mayCall: mayAct(actor, 'meeting.hold', meeting.area),
  };
}

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'];
const nths = ['最后一个', '第一个', '第二个', '第三个', '第四个', '第五个'];
const nthsEn = ['last', 'first', 'second', 'third', 'fourth', 'fifth'];
const weekdaysEn = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A rule as a street office says it: 每月 20 日 15:00. */
function ruleSentence(rule: MeetingRule): { readonly zh: string; readonly en: string } {
  const { time } = rule;
  if (rule.every === 'week')
    return {
      zh: `每周${weekdays[rule.weekday] ?? ''} ${time}`,
      en: `Every ${weekdaysEn[rule.weekday] ?? ''} at ${time}`,
    };
  if ('day' in rule) return { zh: `每月 ${rule.day} 日 ${time}`, en: `Day ${rule.day} of every month at ${time}` };
  const nth = Math.max(0, rule.nth);
  return {
    zh: `每月${nths[nth] ?? ''}周${weekdays[rule.weekday] ?? ''} ${time}`,
    en: `The ${nthsEn[nth] ?? ''} ${weekdaysEn[rule.weekday] ?? ''} of every month at ${time}`,
  };
}
