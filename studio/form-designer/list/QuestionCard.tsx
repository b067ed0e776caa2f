import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChip } from '../../ui/desktop/sentence/InlineChip.tsx';
import { ChoiceList } from '../../ui/desktop/sentence/ChoiceList.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { DeleteDialog } from '../dialogs/DeleteDialog.tsx';
import { useEditing } from '../editing.ts';
import { useAddInside } from '../palette/use-add-item.ts';
import { problemsOf } from '../problem-place.ts';
import { parentAndName } from '../questions/holder.ts';
import { blocksAround } from '../questions/place-beside.ts';
import { dependentsOf } from '../questions/dependents.ts';
import type { Place } from '../questions/question-order.ts';
import type { Question } from '../questions/question.ts';
import { ConditionSentences } from '../sentences/ConditionSentences.tsx';
import { HintSentences } from '../sentences/HintSentences.tsx';
import { changeableKinds, kindTitles } from '../sentences/kind-options.ts';
import { KindSentence } from '../sentences/KindSentence.tsx';
import { LimitSentence } from '../sentences/LimitSentence.tsx';
import { PersonalSentences } from '../sentences/PersonalSentences.tsx';
import { RightSentence } from '../sentences/RightSentence.tsx';
import type { QuestionMoves } from './use-question-moves.ts';

interface QuestionCardProps {
  readonly question: Question;
  readonly moves: QuestionMoves;
}

/** A question with everything it says, as sentences whose words can be changed. */
export function QuestionCard({ question, moves }: QuestionCardProps): ReactElement {
  const { fixed } = useEditing();
  const isExpert = question.kind === 'expert';
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={card} className="fd-card">
      <CardHead question={question} onKeyDown={moves.onKeyDown}>
        {!fixed && <CardTools question={question} moves={moves} />}
      </CardHead>
      <CardProblems question={question} />
      {isExpert ? <ExpertSentence /> : <KindSentence question={question} />}
      {!isExpert && <LimitSentence question={question} />}
      {(question.kind === 'group' || question.kind === 'rows') && !fixed && <InsideSentence question={question} />}
      <ConditionSentences question={question} />
      <RightSentence question={question} />
      {!isExpert && <HintSentences question={question} />}
      <PersonalSentences question={question} />
      <DependentsSentence question={question} />
    </div>
  );
}

interface CardHeadProps {
  readonly question: Question;
  readonly onKeyDown: QuestionMoves['onKeyDown'];
  readonly children: ReactNode;
}

function CardHead({ question, onKeyDown, children }: CardHeadProps): ReactElement {
  const { text } = useText();
  const { write, select, fixed } = useEditing();
  const box = useRef<HTMLInputElement>(null);
  const isNew = useRef(question.title === text('designer.new.question'));
  useEffect(() => {
    // A question that still has no words of its own gets them first.
    if (isNew.current) box.current?.select();
  }, []);
  return (
    <header>
      {fixed || question.kind === 'expert' ? (
        <h3>{question.title}</h3>
      ) : (
        <input
          ref={box}
          className="fd-title-box"
          aria-label={text('designer.title')}
          value={question.title}
          maxLength={60}
          onKeyDown={onKeyDown}
          onChange={({ target }) => write({ ...question, title: target.value })}
        />
      )}
      {children}
      <Button kind="text" small onPress={() => select(null)}>
        {text('designer.fold')}
      </Button>
    </header>
  );
}

function CardTools({ question, moves }: QuestionCardProps): ReactElement {
  const { text } = useText();
  const [deleting, setDeleting] = useState(false);
  return (
    <span className="fd-tools">
      <Button kind="text" small disabled={!moves.mayStep('up')} onPress={() => moves.oneStep('up')}>
        {text('designer.up')}
      </Button>
      <Button kind="text" small disabled={!moves.mayStep('down')} onPress={() => moves.oneStep('down')}>
        {text('designer.down')}
      </Button>
      <MoveTo question={question} onMove={moves.to} />
      <Button kind="text" small onPress={moves.copy}>
        {text('designer.copy')}
      </Button>
      <Button kind="text" small onPress={() => setDeleting(true)}>
        {text('designer.delete')}
      </Button>
      {deleting && <DeleteDialog question={question} onClose={() => setDeleting(false)} />}
    </span>
  );
}

/** 移到: before any other question, or to the end of a section. */
function MoveTo({
  question,
  onMove,
}: {
  readonly question: Question;
  readonly onMove: (place: Place) => void;
}): ReactElement {
  const { text } = useText();
  const { form, titleOf } = useEditing();
  const { parent, name } = parentAndName(question.path);
  const titled = (one: string): string => titleOf(parent === '' ? one : `${parent}.${one}`);
  const places = blocksAround(form, question.path).flatMap(({ section, title, names }) => [
    ...names
      .filter((one) => one !== name)
      .map((one) => ({ place: { section, before: one }, title: text('designer.move.before', { title: titled(one) }) })),
    ...(section === null ? [] : [{ place: { section, before: null }, title: text('designer.move.end', { title }) }]),
  ]);
  const last = { place: { section: null, before: null }, title: text('designer.move.last') };
  const options = [...places, last].map(({ title, place }) => ({ id: JSON.stringify(place), title }));
  return (
    <InlineChip label={text('designer.move')} value={text('designer.move')} popup="listbox">
      {(leave) => (
        <ChoiceList
          label={text('designer.move')}
          options={options}
          chosen={[]}
          several={false}
          onChoose={(id) => {
            const found = [...places, last].find(({ place }) => JSON.stringify(place) === id);
            leave();
            if (found !== undefined) onMove(found.place);
          }}
          onLeave={leave}
        />
      )}
    </InlineChip>
  );
}

function CardProblems({ question }: { readonly question: Question }): ReactElement | null {
  const { either } = useText();
  const { form, problems } = useEditing();
  const own = problemsOf(form, problems, question.path);
  if (own.length === 0) return null;
  return (
    <ul className="fd-problems" aria-live="polite">
      {own.map((problem) => (
        <li
          key={`${problem.code} ${problem.place}`}
          className={problem.severity === 'error' ? undefined : 'fd-reminder'}
        >
          <i className={`gl-shape gl-shape-${problem.severity === 'error' ? 'late' : 'warn'}`} aria-hidden="true" />
          {either(problem)}
        </li>
      ))}
    </ul>
  );
}

/** 谁依赖我: said before anybody thinks of deleting the question. */
function DependentsSentence({ question }: { readonly question: Question }): ReactElement | null {
  const { text } = useText();
  const { form, titleOf } = useEditing();
  const dependents = dependentsOf(form, question.path);
  if (dependents.length === 0) return null;
  const titles = dependents.map(({ path }) => text('designer.quoted', { title: titleOf(path) }));
  return <p className="quiet">{text('designer.dependents', { titles: titles.join('') })}</p>;
}

function ExpertSentence(): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      <b>{text('designer.expert.read-only')}</b>
      {text('designer.expert.says')}
    </Sentence>
  );
}

/** 每一行里要问的写在下面，[加一题]。 */
function InsideSentence({ question }: { readonly question: Question }): ReactElement {
  const { text } = useText();
  const add = useAddInside();
  const isTable = question.kind === 'rows';
  return (
    <Sentence>
      {text(isTable ? 'designer.inside.rows' : 'designer.inside.group', { count: question.inside.length })}
      <InlineChip label={text('designer.inside.add')} value={text('designer.inside.add')} popup="listbox">
        {(leave) => (
          <ChoiceList
            label={text('designer.inside.add')}
            options={changeableKinds.map((id) => ({ id, title: text(kindTitles[id]) }))}
            chosen={[]}
            several={false}
            onChoose={(id) => {
              const kind = changeableKinds.find((one) => one === id);
              leave();
              if (kind !== undefined) add(isTable ? `${question.path}[]` : question.path, kind);
            }}
            onLeave={leave}
          />
        )}
      </InlineChip>
    </Sentence>
  );
}
