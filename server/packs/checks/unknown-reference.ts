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

/** A reference to a time limit that the pack does not have. */
export function unknownLimit(at: Located, limit: string, below = ''): PackFault {
  return errorAt(
    at,
    'limit-unknown',
    {
      zh: `没有办理时限「${limit}」。请在「办理时限」里加上，或改成已有的。`,
      en: `There is no time limit "${limit}". Add it under Time limits, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a form that the pack does not have. */
export function unknownForm(at: Located, form: string, below = ''): PackFault {
  return errorAt(
    at,
    'form-unknown',
    {
      zh: `没有表单「${form}」。请在「表单」里加上，或改成已有的。`,
      en: `There is no form "${form}". Add it under Forms, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a decision that the pack does not have. */
export function unknownDecision(at: Located, decision: string, below = ''): PackFault {
  return errorAt(
    at,
    'decision-unknown',
    {
      zh: `没有分派规则「${decision}」。请在「分派规则」里加上，或改成已有的。`,
      en: `There is no decision "${decision}". Add it under Assignment rules, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a process that the pack does not have. */
export function unknownProcess(at: Located, process: string, below = ''): PackFault {
  return errorAt(
    at,
    'process-unknown',
    {
      zh: `没有流程「${process}」。请在「流程」里加上，或改成已有的。`,
      en: `There is no process "${process}". Add it under Processes, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a notice that the pack does not have. */
export function unknownNotice(at: Located, notice: string, below = ''): PackFault {
  return errorAt(
    at,
    'notice-unknown',
    {
      zh: `没有通知模板「${notice}」。请在「通知模板」里加上，或改成已有的。`,
      en: `There is no notice "${notice}". Add it under Notice templates, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a ladder that the pack does not have. */
export function unknownLadder(at: Located, ladder: string, below = ''): PackFault {
  return errorAt(
    at,
    'ladder-unknown',
    {
      zh: `没有逐级上报规则「${ladder}」。请在「逐级上报」里加上，或改成已有的。`,
      en: `There is no ladder "${ladder}". Add it under Escalation ladders, or name an existing one.`,
    },
    below,
  );
}

/** A reference to a calendar that the pack does not have. */
export function unknownCalendar(at: Located, calendar: string, below = ''): PackFault {
  return errorAt(
    at,
    'calendar-unknown',
    {
      zh: `没有工作日历「${calendar}」。请在「工作日历」里加上，或改成已有的。`,
      en: `There is no calendar "${calendar}". Add it under Working calendars, or name an existing one.`,
    },
    below,
  );
}
