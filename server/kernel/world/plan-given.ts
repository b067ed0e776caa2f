import type { PostAssignment } from '../organization/organization.ts';
import type { DemoPerson } from '../release/demo.ts';
import type { Appointment, PlannedAct } from './scenario-plan.ts';
import { readLocalTime } from './scenario-time.ts';
import type { ScenarioReading } from './scenario-reading.ts';
import { findArea, findPost } from './scenario-words.ts';
import type { GivenStep } from './scenario.ts';

/** Looks up the words of one `given`: when it is, who there is and what they hold, which positions are vacant. */
export function planGiven(reading: ScenarioReading, step: GivenStep, place: string): PlannedAct | null {
  const { at, people, vacant = [] } = step.given;
  const positions = vacant.flatMap((wanted, index) => positionOf(reading, wanted, `${place}/given/vacant/${index}`));
  if (at === undefined && people === undefined)
    return { do: 'staff', vacant: positions, holds: holdsOf(reading, step, place) };
  const instant = at === undefined ? null : readLocalTime(reading, at, `${place}/given/at`);
  reading.people = people === 'demo' ? reading.words.demoPeople : (people ?? []);
  if (reading.people.length === 0) {
    reading.report(
      'scenario-without-people',
      `${place}/given`,
      '没有可用的人。请写 demo，或写出这个场景里的人。',
      'There are no people. Write "demo", or name the people of this scenario.',
    );
  }
  const assignments = reading.people.flatMap((person, index) =>
    assignmentsOf(reading, person, people === 'demo' ? null : `${place}/given/people/${index}`),
  );
  const held = assignments.filter(
    (assignment) =>
      !positions.some((position) => position.post === assignment.post && position.area === assignment.area),
  );
  const planned = reading.people.map((person) => ({ id: person.account, name: person.name }));
  return instant === null ? null : { do: 'begin', at: instant, people: planned, assignments: held };
}

function holdsOf(reading: ScenarioReading, { given }: GivenStep, place: string): readonly Appointment[] {
  return (given.holds ?? []).flatMap((held, index) => {
    const at = `${place}/given/holds/${index}`;
    const person = reading.person(held.who, `${at}/who`);
    const { kind = 'formal', from = null, to = null } = held;
    return positionOf(reading, held, at).flatMap((position) =>
      person ? [{ ...position, person: person.account, kind, from, to }] : [],
    );
  });
}

/** Faults of the demo people belong to their own file, so they are not reported here (`place` null). */
function assignmentsOf(reading: ScenarioReading, person: DemoPerson, place: string | null): readonly PostAssignment[] {
  return person.posts.flatMap((held, index) => {
    if (held.leftDaysAgo !== undefined) return [];
    const found =
      place === null ? [{ post: held.post, area: held.area }] : positionOf(reading, held, `${place}/posts/${index}`);
    return found.map((position) => ({
      ...position,
      person: person.account,
      kind: held.kind ?? 'formal',
      from: held.from ?? '2000-01-01',
      to: held.to ?? null,
    }));
  });
}

function positionOf(
  reading: ScenarioReading,
  wanted: { readonly post: string; readonly area: string },
  place: string,
): readonly { readonly post: string; readonly area: string }[] {
  const post = findPost(reading.words.release, wanted.post);
  const area = findArea(reading.words.release, wanted.area);
  if (!post)
    reading.report(
      'scenario-post-unknown',
      `${place}/post`,
      `没有岗位「${wanted.post}」。`,
      `There is no post "${wanted.post}".`,
    );
  if (!area)
    reading.report(
      'scenario-area-unknown',
      `${place}/area`,
      `没有区域「${wanted.area}」。`,
      `There is no area "${wanted.area}".`,
    );
  return post && area ? [{ post: post.id, area: area.code }] : [];
}
