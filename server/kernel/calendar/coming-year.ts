import type { Calendar } from './calendar.ts';

/** A year whose days off are not settled, though it is near. */
export interface UnsettledYear {
  readonly year: number;
  /** `missing`: only the plain week counts; `provisional`: computed or guessed, the list is not out or not taken over. */
  readonly state: 'missing' | 'provisional';
  readonly zh: string;
  readonly en: string;
}

/** The list of the next year comes out in November; before, nobody can do anything about it. */
const firstMonth = 11;

/**
 * Years that a calendar should know by now: the one that runs, and from November the next one, into which limits run.
 *
 * @param today local date, `YYYY-MM-DD`
 * @param englishTitle what the calendar is called in English; absent: as in Chinese
 * @returns what is unsettled, each with what to do about it, for administrators
 */
export function unsettledYears(
  { title, years }: Pick<Calendar, 'title' | 'years'>,
  today: string,
  englishTitle = title,
): readonly UnsettledYear[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const due = month >= firstMonth ? [year, year + 1] : [year];
  return due.flatMap((one) => {
    const known = years[one];
    if (known !== undefined && !known.provisional) return [];
    const state = known === undefined ? 'missing' : 'provisional';
    return [{ year: one, state, ...wordsFor({ zh: title, en: englishTitle }, one, state) }];
  });
}

function wordsFor(
  title: Pick<UnsettledYear, 'zh' | 'en'>,
  year: number,
  state: UnsettledYear['state'],
): Pick<UnsettledYear, 'zh' | 'en'> {
  const how = {
    zh: '国务院办公厅公布以后，打开这份日历，点「导入放假安排」，贴上通知原文，再发布。',
    en: 'Once the State Council has announced it, open the calendar, import the notice, and publish.',
  };
  return state === 'missing'
    ? {
        zh: `「${title.zh}」还没有 ${year} 年的放假和调休，期限只按每周的时间算。${how.zh}`,
        en: `"${title.en}" has no days off for ${year}, so limits count its plain week. ${how.en}`,
      }
    : {
        zh: `「${title.zh}」${year} 年的放假和调休还是暂定的，算出的期限可能会变。${how.zh}`,
        en: `The days off of ${year} in "${title.en}" are provisional, so limits may still change. ${how.en}`,
      };
}
