import type { Position } from '../bpmn/process-instance.ts';
import { findCategory } from '../cases/find-category.ts';
import { spokenTime } from '../cases/story.ts';
import type { Instant } from '../json.ts';
import { localDate } from '../local-time.ts';
import { holdersOf } from '../organization/holders.ts';
import type { JobFacts, Request } from './job-handler.ts';

/** What a notice may say; see `noticePlaceholders`. Only what is known is given. */
export type NoticeValues = { readonly [placeholder: string]: string };

/** A position as a sentence calls it: 西关社区 综治专干 陈晓明. */
export function calledPosition(facts: JobFacts, position: Position, now: Instant): string {
  const area = facts.organization.tree.areas.get(position.area)?.name ?? position.area;
  const post = facts.organization.posts.get(position.post)?.title ?? position.post;
  const holders = holdersOf(facts.organization, position, localDate(now)).map((held) => facts.personName(held.person));
  return `${area} ${post}${holders.length > 0 ? ` ${holders.join('、')}` : '（空岗）'}`;
}

/** What every notice about this subject may say. */
export function subjectValues(facts: JobFacts, now: Instant): NoticeValues {
  const { subject, release, organization } = facts;
  const caseTypes = [...release.caseTypes.values()];
  const category =
    subject.category === null
      ? undefined
      : caseTypes.map((type) => findCategory(type.categories, subject.category ?? '')).find((found) => found);
  const stages = caseTypes.flatMap((type) => type.stages);
  return {
    at: spokenTime(now),
    number: subject.number ?? '',
    title: subject.title,
    place: subject.place,
    area: organization.tree.areas.get(subject.area)?.name ?? subject.area,
    category: category?.category.title ?? '',
    stage: stages.find((stage) => stage.id === subject.progress?.stage)?.title ?? '',
  };
}

/**
 * The request that tells a position something.
 *
 * @returns null when the pack has no such notice (which `validate` refuses)
 */
export function tell(
  facts: JobFacts,
  to: Position,
  notice: string,
  values: NoticeValues,
  now: Instant,
): Request | null {
  const found = facts.release.notices.get(notice);
  if (!found) return null;
  const filled = { ...values, to: calledPosition(facts, to, now) };
  return { do: 'notify', to, notice, title: fill(found.title, filled), text: fill(found.text, filled) };
}

function fill(text: string, values: NoticeValues): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
