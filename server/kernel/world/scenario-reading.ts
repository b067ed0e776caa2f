import type { Calendar } from '../calendar/calendar.ts';
import type { DemoPerson } from '../release/demo.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import type { Subject } from './scenario-plan.ts';
import { findMeeting, findPerson, type ScenarioWords } from './scenario-words.ts';

/** What is known while a scenario is read from top to bottom. */
export interface ScenarioReading {
  /** With the areas as they have been changed so far. */
  words: ScenarioWords;
  readonly faults: ScenarioFault[];
  readonly report: (code: string, place: string, zh: string, en: string) => void;
  /** Looks a person up; an unknown one is reported. */
  readonly person: (word: string, place: string) => DemoPerson | undefined;
  people: readonly DemoPerson[];
  readonly cases: Set<string>;
  readonly actionItems: Set<string>;
  /** Processes that were started by themselves, by their names. */
  readonly started: Map<string, string>;
  /** Calendars as they have been changed so far, by id. */
  readonly calendars: Map<string, Calendar>;
  /** What a step without `of` is about. */
  last: Subject | null;
}

/** Begins to read a scenario. */
export function scenarioReading(words: ScenarioWords): ScenarioReading {
  const faults: ScenarioFault[] = [];
  const report: ScenarioReading['report'] = (code, place, zh, en) => faults.push({ code, place, zh, en });
  const reading: ScenarioReading = {
    words,
    faults,
    report,
    people: [],
    cases: new Set(),
    actionItems: new Set(),
    started: new Map(),
    calendars: new Map(),
    last: null,
    person: (word, place) => {
      const found = findPerson(reading.people, word);
      // Without any people that is said once, where they should be.
      if (!found && reading.people.length > 0)
        report('scenario-person-unknown', place, `没有「${word}」这个人。`, `There is nobody called "${word}".`);
      return found;
    },
  };
  return reading;
}

/**
 * What a step is about: a case or a process named before, a meeting series, an action item of minutes written before; without `of`
 * the case that was reported last.
 */
export function subjectOf(reading: ScenarioReading, of: string | undefined, place: string): Subject | null {
  if (of === undefined) {
    if (!reading.last)
      reading.report(
        'scenario-subject-missing',
        place,
        '还没有报过事件，请写明是哪件事（of）。',
        'No case has been reported yet; say what it is about (of).',
      );
    return reading.last;
  }
  if (reading.cases.has(of)) return { kind: 'case', name: of };
  const process = reading.started.get(of);
  if (process !== undefined) return { kind: 'process', name: of, process };
  const meeting = findMeeting(reading.words.release, of);
  if (meeting) return { kind: 'meeting', meeting: meeting.id };
  if (reading.actionItems.has(of)) return { kind: 'action-item', title: of };
  reading.report(
    'scenario-subject-unknown',
    place,
    `前面没有叫「${of}」的事件、流程、会议或议定事项。`,
    `Nothing called "${of}" came before: no case, process, meeting or action item.`,
  );
  return null;
}
