import type { Texts } from '../translations/texts.ts';
import type { Fact } from '../ui/Facts.tsx';
import { holderNames } from '../ui/holder-names.ts';
import { momentWords } from '../ui/time-words.ts';
import type { CaseFile } from './CasePage.tsx';

/** Who owes the person who reported an answer, or that they have had it. */
export function answerFact({ reporter, feedbackDuty }: CaseFile, now: string, texts: Texts): Fact {
  const { text, pack } = texts;
  const title = text('case.answer');
  if (reporter?.answered != null) {
    return {
      title,
      text: text('case.answered', { at: momentWords(reporter.answered.at, now, texts) }),
      more: pack(reporter.answered.how),
    };
  }
  if (reporter === null || !reporter.wantsAnswer)
    return {
      title,
      text: text('case.answer.none'),
      more: text(reporter === null ? 'case.answer.nobody' : 'case.answer.unwanted'),
    };
  if (feedbackDuty === null) return { title, text: text('case.answer.unnamed') };
  return { title, text: holderNames(feedbackDuty, texts), more: pack(feedbackDuty.postTitle) };
}

/** Who owes what besides: only what the process of the case says. */
export function ownerFacts(file: CaseFile, texts: Texts): readonly Fact[] {
  const { text, pack } = texts;
  const owners = [
    ['case.responsible', file.responsible],
    ['case.substantive', file.substantiveOwner],
    ['case.procedural', file.proceduralOwner],
  ] as const;
  return owners.flatMap(([title, owner]): readonly Fact[] =>
    owner === null ? [] : [{ title: text(title), text: holderNames(owner, texts), more: pack(owner.postTitle) }],
  );
}
