import { errorAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';

/** A reference to a post that the pack does not have. */
export function unknownPost(at: Located, post: string, below = ''): PackFault {
  return errorAt(
    at,
    'post-unknown',
    {
      zh: `没有岗位「${post}」。请在「岗位」里加上，或改成已有的岗位。`,
      en: `There is no post "${post}". Add it under Posts, or name an existing one.`,
    },
    below,
  );
}

/** A reference to an area that the pack does not have. */
export function unknownArea(at: Located, area: string, below = ''): PackFault {
  return errorAt(
    at,
    'area-unknown',
    {
      zh: `没有编码是 ${area} 的区域。请改成已有的区域。`,
      en: `There is no area ${area}. Use a code from areas.json.`,
    },
    below,
  );
}

type UnknownReference = (at: Located, id: string, below?: string) => PackFault;

interface Kind {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The page where one is added. */
  readonly page: { readonly zh: string; readonly en: string };
}

function unknown({ code, zh, en, page }: Kind): UnknownReference {
  return (at, id, below = '') =>
    errorAt(
      at,
      code,
      {
        zh: `没有${zh}「${id}」。请在「${page.zh}」里加上，或改成已有的。`,
        en: `There is no ${en} "${id}". Add it under ${page.en}, or name an existing one.`,
      },
      below,
    );
}

/** A reference to a time limit that the pack does not have. */
export const unknownLimit = unknown({
  code: 'limit-unknown',
  zh: '办理时限',
  en: 'time limit',
  page: { zh: '办理时限', en: 'Time limits' },
});

/** A reference to a form that the pack does not have. */
export const unknownForm = unknown({
  code: 'form-unknown',
  zh: '表单',
  en: 'form',
  page: { zh: '表单', en: 'Forms' },
});

/** A reference to a decision that the pack does not have. */
export const unknownDecision = unknown({
  code: 'decision-unknown',
  zh: '分派规则',
  en: 'decision',
  page: { zh: '分派规则', en: 'Assignment rules' },
});

/** A reference to a process that the pack does not have. */
export const unknownProcess = unknown({
  code: 'process-unknown',
  zh: '流程',
  en: 'process',
  page: { zh: '流程', en: 'Processes' },
});

/** A reference to a notice that the pack does not have. */
export const unknownNotice = unknown({
  code: 'notice-unknown',
  zh: '通知模板',
  en: 'notice',
  page: { zh: '通知模板', en: 'Notice templates' },
});

/** A reference to a ladder that the pack does not have. */
export const unknownLadder = unknown({
  code: 'ladder-unknown',
  zh: '逐级上报规则',
  en: 'ladder',
  page: { zh: '逐级上报', en: 'Escalation ladders' },
});

/** A reference to a calendar that the pack does not have. */
export const unknownCalendar = unknown({
  code: 'calendar-unknown',
  zh: '工作日历',
  en: 'calendar',
  page: { zh: '工作日历', en: 'Working calendars' },
});
