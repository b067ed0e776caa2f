import type { Position } from '../bpmn/process-instance.ts';
import { isJsonArray, isJsonObject, type Instant, type Json } from '../json.ts';
import { instantOfText, localDate } from '../local-time.ts';
import { positionKey } from '../organization/holders.ts';
import { resolvePosition } from '../organization/resolve-position.ts';
import { spokenTime } from '../cases/story.ts';
import { done, textIn, type JobFacts, type JobHandler } from './job-handler.ts';
import { calledPosition, subjectValues, tell, type NoticeValues } from './notice-text.ts';

/**
 * `grid:notify`: tells the posts in `posts` (placed at `area` or above) or the `positions` with the notice named in the
 * header. A vacant post's notice goes where its work goes; a position is told once.
 */
export const notify: JobHandler = (job, facts) => {
  const notice = textIn(job.headers, 'notice');
  if (!facts.release.notices.has(notice))
    return {
      ok: false,
      code: 'notice-unknown',
      zh: `没有通知模板「${notice}」，谁也没有通知到。请发布有这个模板的配置，或改正这一步写的模板，再重试。`,
      en: `There is no notice "${notice}", so nobody was told. Publish definitions that have it, or correct the one the step names, then retry.`,
    };
  const startsAt = startOf(job.variables['meeting']);
  if (startsAt === false)
    return {
      ok: false,
      code: 'meeting-time-broken',
      zh: '通知里要写的会议时间（meeting.startsAt）不是一个存在的日期和时间，如 2026-09-20T15:00。请改正这个变量，再重试这一步。',
      en: 'The hour of the meeting the notice names (meeting.startsAt) is no date and time that exists, like 2026-09-20T15:00. Correct the variable, then try the step again.',
    };
  const told = new Map<string, Position>();
  for (const wanted of wantedPositions(job.variables['posts'], job.variables['area'], job.variables['positions'])) {
    const resolved = resolvePosition(facts.organization, wanted, localDate(job.now));
    if (resolved.kind === 'position') told.set(positionKey(resolved.position), resolved.position);
  }
  const values = {
    ...subjectValues(facts, job.now),
    ...routeValues(facts, job.variables['route'], job.now),
    ...meetingValues(facts, job.variables['meeting'], startsAt, job.now),
  };
  return done(
    {},
    [...told.values()].map((to) => tell(facts, to, notice, values, job.now)).filter((request) => request !== null),
  );
};

function wantedPositions(posts: Json | undefined, area: Json | undefined, positions: Json | undefined): Position[] {
  const byPost =
    isJsonArray(posts) && typeof area === 'string'
      ? posts.filter((post) => typeof post === 'string').map((post) => ({ post, area }))
      : [];
  return [...byPost, ...(isJsonArray(positions) ? positions.flatMap(positionOf) : [])];
}

function positionOf(value: Json | undefined): Position[] {
  if (!isJsonObject(value)) return [];
  const { post, area } = value;
  return typeof post === 'string' && typeof area === 'string' ? [{ post, area }] : [];
}

/** While a case is being routed nobody has it yet: the notice names whoever it is about to go to. */
function routeValues(facts: JobFacts, route: Json | undefined, now: string): NoticeValues {
  if (!isJsonObject(route) || typeof route['post'] !== 'string') return {};
  const resolved = resolvePosition(
    facts.organization,
    { post: route['post'], area: facts.subject.area },
    localDate(now),
  );
  return {
    post: facts.organization.posts.get(route['post'])?.title ?? route['post'],
    ...(resolved.kind === 'position' ? { holder: calledPosition(facts, resolved.position, now) } : {}),
  };
}

/** When a meeting begins; null where none is named, false where what is named is no time. */
function startOf(meeting: Json | undefined): Instant | null | false {
  const startsAt = isJsonObject(meeting) ? (meeting['startsAt'] ?? null) : null;
  if (startsAt === null) return null;
  return (typeof startsAt === 'string' ? instantOfText(startsAt) : null) ?? false;
}

function meetingValues(
  facts: JobFacts,
  meeting: Json | undefined,
  startsAt: Instant | null,
  now: Instant,
): NoticeValues {
  if (!isJsonObject(meeting)) return {};
  const named = (post: Json | undefined): string => {
    const area = meeting['area'];
    return typeof post === 'string' && typeof area === 'string' ? calledPosition(facts, { post, area }, now) : '';
  };
  return {
    convenor: named(meeting['convenorPost']),
    recorder: named(meeting['recorderPost']),
    ...(startsAt === null ? {} : { startsAt: spokenTime(startsAt) }),
  };
}
