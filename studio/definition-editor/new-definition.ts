import type { JsonObject } from '../../server/kernel/json.ts';
import { newScenarioStep } from '../../server/kernel/world/scenario-steps.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { EditedKind } from './kind-editors.ts';

/** Kinds of which a street may have as many as it likes. */
export const addableKinds: readonly EditedKind[] = [
  'post',
  'role',
  'limit',
  'calendar',
  'ladder',
  'meeting',
  'ledger',
  'notice',
  'scenario',
];

/**
 * A new definition of a kind: what it needs to be drawn, with the most usual choices made. What nobody can guess is left
 * open, and the editor says that it is missing.
 *
 * @param definitions the draft's others, to refer to
 */
export function newDefinition(kind: EditedKind, id: string, title: string, definitions: DraftDefinitions): JsonObject {
  const calendar = definitions.calendars[0]?.id ?? '';
  const first = (list: readonly { readonly id: string }[]): string => list[0]?.id ?? '';
  switch (kind) {
    case 'post':
      return { id, title, areaType: 'grid', group: 'six', required: true, min: 1, max: 1, ...usualPost(definitions) };
    case 'role':
      return { id, title, permissions: [] };
    case 'limit':
      return { id, title, amount: 3, unit: 'workingDays', calendar };
    case 'calendar':
      return { id, title, utcOffset: '+08:00', week: usualWeek, years: {} };
    case 'ladder':
      return { id, title, rungs: [{ title, told: [], notice: first(definitions.notices) }] };
    case 'meeting':
      return newMeeting(id, title, calendar, definitions);
    case 'ledger':
      return {
        id,
        title,
        form: first(definitions.forms),
        areaType: 'grid',
        columns: [],
        search: [],
        key: [],
        purpose: '',
        lawfulBasis: '',
        retention: '',
      };
    case 'notice':
      return { id, title, text: '{title}' };
    case 'scenario':
      return { title, steps: [newScenarioStep('given'), newScenarioStep('then')] };
    case 'case-type':
    case 'translations':
      return {};
  }
}

/** A new post of a grid is like the first of the six: its work falls to the same post, its holders may do the same. */
function usualPost({ posts }: DraftDefinitions): JsonObject {
  const like = posts.find(({ group }) => group === 'six');
  return { ...(like?.fallback === undefined ? {} : { fallback: like.fallback }), roles: [...(like?.roles ?? [])] };
}

function newMeeting(id: string, title: string, calendar: string, definitions: DraftDefinitions): JsonObject {
  const like = definitions.meetings[0];
  const street = definitions.areas.find(({ type }) => type === 'street')?.code ?? '';
  const upper = definitions.posts.find(({ areaType }) => areaType === 'street')?.id ?? '';
  const lead = { post: upper, areas: 'own' };
  return {
    id,
    title,
    area: like?.area ?? street,
    rule: { every: 'month', day: 20, time: '09:00' },
    durationMinutes: 60,
    place: like?.place ?? '',
    calendar,
    ifDayOff: 'next-working-day',
    noticeDaysBefore: 3,
    process: like?.process ?? definitions.processes[0]?.id ?? '',
    convenor: like === undefined ? lead : { ...like.convenor },
    recorder: like === undefined ? lead : { ...like.recorder },
    participants: [lead],
  };
}

const workday = [
  ['08:30', '12:00'],
  ['14:30', '18:00'],
];
const usualWeek = { '1': workday, '2': workday, '3': workday, '4': workday, '5': workday, '6': [], '7': [] };
