import { shiftToWorkingDay } from '../../server/kernel/calendar/working-days.ts';
import { pretendPeople } from '../../server/kernel/simulation/pretend-people.ts';
import { localDate } from '../ui/time-words.ts';
import type { CompiledDraft } from './compile-draft.ts';
import type { Beginning } from './use-simulation.ts';

/** Where a run begins by itself: the first working morning from today on, with the pack's invented people if it has any. */
export function firstBeginning({ release, demoPeople }: CompiledDraft): Beginning {
  const today = localDate(new Date().toISOString());
  const [calendar] = release.calendars.values();
  const day = calendar === undefined ? today : (shiftToWorkingDay(calendar, today, 'next') ?? today);
  return { at: `${day} 09:00`, people: demoPeople.length > 0 ? 'demo' : pretendPeople(release) };
}
