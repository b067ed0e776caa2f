import { type ReactElement, useEffect, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { ProblemView } from '../../api/drafts/use-draft-definition.ts';
import { useEditing } from '../editing.ts';
import { problemsOf } from '../problem-place.ts';
import type { Question } from '../questions/question.ts';
import { kindTitles } from '../sentences/kind-options.ts';
import { conditionWords } from '../sentences/condition-words.ts';
import { lineWords } from './line-words.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { useQuestionDrag } from './use-question-drag.ts';
import { type QuestionMoves, useQuestionMoves } from './use-question-moves.ts';

interface QuestionLineProps {
  readonly question: Question;
  /** 5, or 5.1 inside of another. */
  readonly number: string;
}

/** A question of the list: one line, or opened with everything it says. What a group or table holds stands below it. */
export function QuestionLine({ question, number }: QuestionLineProps): ReactElement {
  const { selected, fixed, takesFocus } = useEditing();
  const isOpen = selected === question.path;
  const line = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const moves = useQuestionMoves(question.path);
  const side = useQuestionDrag(line, handle, question.path, moves.accepts, moves.drop);
  useEffect(() => {
    if (takesFocus(question.path)) line.current?.querySelector<HTMLElement>('.fd-title, .fd-title-box')?.focus();
  });
  return (
    <li>
      <div
        ref={line}
        className={`fd-line${isOpen ? ' fd-line-open' : ''}${side === null ? '' : ` fd-drop-${side}`}`}
        role="group"
        aria-label={question.title}
        data-question={question.path}
      >
        <span ref={handle} className="fd-handle" aria-hidden="true">
          {!fixed && <Icon name="grip" small />}
        </span>
        <b className="fd-number">{number}</b>
        {isOpen ? <QuestionCard question={question} moves={moves} /> : <ClosedLine question={question} moves={moves} />}
      </div>
      {question.inside.length > 0 && (
        <ol className="fd-inside">
          {question.inside.map((inner, place) => (
            <QuestionLine key={inner.path} question={inner} number={`${number}.${place + 1}`} />
          ))}
        </ol>
      )}
    </li>
  );
}

function ClosedLine({ question, moves }: { readonly question: Question; readonly moves: QuestionMoves }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const editing = useEditing();
  const problems = problemsOf(editing.form, editing.problems, question.path);
  const when = conditionWords(question.conditions, editing, texts).join(text('list.comma'));
  return (
    <>
      <button
        type="button"
        className="fd-title"
        aria-expanded={false}
        onKeyDown={moves.onKeyDown}
        onClick={() => editing.select(question.path)}
      >
        <span>{question.title === '' ? text('designer.untitled') : question.title}</span>
        <span className="quiet cut" title={when}>
          {when}
        </span>
      </button>
      <ProblemMark problems={problems} />
      <Tag>{text(kindTitles[question.kind])}</Tag>
      <span className="fd-facts quiet cut">{lineWords(question, texts)}</span>
    </>
  );
}

/** How many problems a closed question has; what is only a reminder does not look like one that must be mended. */
function ProblemMark({ problems }: { readonly problems: readonly ProblemView[] }): ReactElement | null {
  const { text } = useText();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const tone = errors > 0 ? 'late' : 'warn';
  return (
    <span className={`fd-problem-mark fd-problem-${tone}`}>
      <i className={`gl-shape gl-shape-${tone}`} aria-hidden="true" />
      {errors > 0
        ? text('designer.problems', { count: errors })
        : text('designer.reminders', { count: problems.length })}
    </span>
  );
}
