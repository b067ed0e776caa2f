import { assignmentZh } from './assignment.zh.ts';
import { casesZh } from './cases.zh.ts';
import { clocksZh } from './clocks.zh.ts';
import { entranceZh } from './entrance.zh.ts';
import { formViewZh } from './form-view.zh.ts';
import { groundZh } from './ground.zh.ts';
import { ledgersZh } from './ledgers.zh.ts';
import { meetingsZh } from './meetings.zh.ts';
import { phoneZh } from './phone.zh.ts';
import type { DoorWords } from './texts.ts';

/** What the phone's pages say; the desk's words are three times as many, and a phone on a slow network waits for each. */
export const phoneWords: DoorWords = {
  zh: {
    ...assignmentZh,
    ...casesZh,
    ...clocksZh,
    ...entranceZh,
    ...formViewZh,
    ...groundZh,
    ...ledgersZh,
    ...meetingsZh,
    ...phoneZh,
  },
  en: async () => (await import('./en.ts')).en,
};
