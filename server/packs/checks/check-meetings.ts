import { areaHasPost } from '../../kernel/organization/holders.ts';
import type { MeetingFile, MeetingPost } from '../../kernel/release/definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { withDescendantsOf } from './places.ts';
import { unknownArea, unknownCalendar, unknownPost, unknownProcess } from './unknown-reference.ts';

/** Meetings: the area, calendar and posts exist, the posts are found where they are invited, and the rule gives dates. */
export function checkMeetings(compiled: CompiledDefinitions): readonly PackFault[] {
  const { definitions } = compiled;
  return definitions.meetings.flatMap((meeting) => {
    const { area, calendar, process, convenor, recorder, participants } = meeting.value;
    return [
      ...(compiled.processes.has(process) ? [] : [unknownProcess(meeting, process, '/process')]),
      ...(definitions.areas.some((known) => known.value.code === area) ? [] : [unknownArea(meeting, area, '/area')]),
      ...(definitions.calendars.some((known) => known.value.id === calendar)
        ? []
        : [unknownCalendar(meeting, calendar, '/calendar')]),
      ...checkInvited(definitions, meeting, convenor, '/convenor'),
      ...checkInvited(definitions, meeting, recorder, '/recorder'),
      ...participants.flatMap((post, index) => checkInvited(definitions, meeting, post, `/participants/${index}`)),
      ...[convenor, recorder].flatMap((post, index) =>
        post.areas === 'own' ? [] : [severalLead(meeting, index === 0 ? '/convenor' : '/recorder')],
      ),
      ...checkRule(meeting),
    ];
  });
}

function checkInvited(
  definitions: EffectiveDefinitions,
  meeting: Written<MeetingFile>,
  invited: MeetingPost,
  place: string,
): readonly PackFault[] {
  const post = definitions.posts.find((known) => known.value.id === invited.post)?.value;
  if (!post) return [unknownPost(meeting, invited.post, `${place}/post`)];
  const within = withDescendantsOf(definitions, meeting.value.area);
  const places = invited.areas === 'own' ? within.slice(0, 1) : within.slice(1);
  if (places.length === 0 || places.some((area) => areaHasPost(area, post))) return [];
  return [
    errorAt(
      meeting,
      'meeting-post-elsewhere',
      {
        zh:
          invited.areas === 'own'
            ? `「${post.title}」不在会议所在的区域，通知不到。请改成「下级每个有这个岗位的区域」，或换岗位。`
            : `会议区域下面没有设「${post.title}」的区域，通知不到。请改成「会议所在区域」，或换岗位。`,
        en:
          invited.areas === 'own'
            ? `The meeting's area has no post "${post.title}". Invite it in each area below, or another post.`
            : `No area below the meeting's has the post "${post.title}". Invite it in the meeting's own area, or another post.`,
      },
      `${place}/areas`,
    ),
  ];
}

function severalLead(meeting: Written<MeetingFile>, place: string): PackFault {
  return errorAt(
    meeting,
    'meeting-post-elsewhere',
    {
      zh: '主持和记录只能是会议所在区域的一个岗位。',
      en: "Convenor and recorder must be one post of the meeting's own area.",
    },
    `${place}/areas`,
  );
}

function checkRule(meeting: Written<MeetingFile>): readonly PackFault[] {
  const { rule } = meeting.value;
  if (rule.every === 'month' && 'day' in rule && rule.day > 28) {
    return [
      warningAt(
        meeting,
        'meeting-day-short-month',
        {
          zh: `不是每个月都有 ${rule.day} 号，没有的月份在月末那天开。`,
          en: `Not every month has a day ${rule.day}; in the others the meeting is on the last day.`,
        },
        '/rule/day',
      ),
    ];
  }
  if (rule.every === 'month' && 'nth' in rule && rule.nth === 5) {
    return [
      warningAt(
        meeting,
        'meeting-day-short-month',
        {
          zh: '不是每个月都有第五个，没有的月份不开。要每月都开，请写 -1（最后一个）。',
          en: 'Not every month has a fifth one; those months have no meeting. Write -1 (the last) to meet every month.',
        },
        '/rule/nth',
      ),
    ];
  }
  return [];
}
