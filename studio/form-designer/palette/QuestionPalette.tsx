import { type ReactElement, useRef, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useEditing } from '../editing.ts';
import { useItemDrag } from '../list/use-question-drag.ts';
import { kindTitles } from '../sentences/kind-options.ts';
import { type KnownQuestion, knownQuestions } from '../surroundings/known-questions.ts';
import { BurdenNote } from './BurdenNote.tsx';
import { newItems } from './new-items.ts';
import { useAddItem } from './use-add-item.ts';

/** So many known questions are seen at once. */
const few = 5;

/** What can be asked: what other forms ask already, new kinds of questions; and what filling in costs. */
export function QuestionPalette(): ReactElement {
  const { text } = useText();
  const { form, surroundings, fixed } = useEditing();
  const addItem = useAddItem();
  const [all, setAll] = useState(false);
  const known = knownQuestions(surroundings.forms, form);
  return (
    <div className="fd-palette">
      {!fixed && (
        <>
          {known.length > 0 && (
            <section aria-labelledby="fd-known">
              <h2 id="fd-known">{text('designer.known')}</h2>
              <p className="quiet">{text('designer.known.says')}</p>
              <ul>
                {known.slice(0, all ? known.length : few).map((one) => (
                  <li key={one.question.path}>
                    <KnownLine known={one} onAdd={() => addItem(`known:${one.question.path}`)} />
                  </li>
                ))}
              </ul>
              {known.length > few && (
                <Button kind="text" small onPress={() => setAll(!all)}>
                  {text(all ? 'designer.known.less' : 'designer.known.more', { count: known.length - few })}
                </Button>
              )}
            </section>
          )}
          <section aria-labelledby="fd-new">
            <h2 id="fd-new">{text('designer.new')}</h2>
            <div className="fd-kinds">
              {newItems.map(({ id, title }) => (
                <ItemChip key={id} item={id} title={text(title)} onAdd={() => addItem(id)} />
              ))}
              <ItemChip item="section" title={text('designer.kind.section')} onAdd={() => addItem('section')} />
            </div>
          </section>
        </>
      )}
      <BurdenNote />
    </div>
  );
}

interface KnownLineProps {
  readonly known: KnownQuestion;
  readonly onAdd: () => void;
}

function KnownLine({ known: { question, formTitle }, onAdd }: KnownLineProps): ReactElement {
  const { text } = useText();
  const place = useRef<HTMLButtonElement>(null);
  useItemDrag(place, `known:${question.path}`);
  return (
    <button
      ref={place}
      type="button"
      className="fd-known"
      title={text('designer.known.from', { form: formTitle })}
      aria-label={text('designer.add', { what: question.title })}
      onClick={onAdd}
    >
      <Icon name="plus" small />
      <span className="cut">{question.title}</span>
      <span className="quiet">{text(kindTitles[question.kind])}</span>
    </button>
  );
}

interface ItemChipProps {
  readonly item: string;
  readonly title: string;
  readonly onAdd: () => void;
}

function ItemChip({ item, title, onAdd }: ItemChipProps): ReactElement {
  const { text } = useText();
  const place = useRef<HTMLButtonElement>(null);
  useItemDrag(place, item);
  return (
    <button
      ref={place}
      type="button"
      className="fd-kind"
      aria-label={text('designer.add', { what: title })}
      onClick={onAdd}
    >
      {title}
    </button>
  );
}
