import { type ReactElement, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { useEditing } from '../editing.ts';
import { useAddItem } from '../palette/use-add-item.ts';
import { moveQuestion } from '../questions/place-question.ts';
import type { QuestionBlock } from '../questions/read-questions.ts';
import { moveSection, removeSection, writeSection } from '../questions/section.ts';
import { useQuestionDrag } from './use-question-drag.ts';

interface SectionLineProps {
  readonly block: QuestionBlock;
  readonly section: number;
}

/** 分组 [反映人]，旁边写 [选填，只用于答复]，[先收起]。 What is dropped on it goes to its end. */
export function SectionLine({ block, section }: SectionLineProps): ReactElement {
  const { text } = useText();
  const { form, change, fixed } = useEditing();
  const addItem = useAddItem();
  const line = useRef<HTMLDivElement>(null);
  const none = useRef<HTMLElement>(null);
  const place = { section, before: null };
  const side = useQuestionDrag(
    line,
    none,
    '',
    (dragged) => !fixed && ('item' in dragged || !dragged.question.includes('.')),
    (dragged) => {
      if ('item' in dragged) addItem(dragged.item, place);
      else change(moveQuestion(form, dragged.question, place));
    },
  );
  return (
    <div
      ref={line}
      className={`fd-section${side === null ? '' : ' fd-drop-into'}`}
      role="group"
      aria-label={block.title}
    >
      <span className="quiet">{text('designer.kind.section')}</span>
      <InlineText
        label={text('designer.section.title')}
        value={block.title}
        placeholder={text('designer.section.untitled')}
        longest={30}
        onChange={(title) => change(writeSection(form, section, { title }))}
      />
      <InlineText
        label={text('designer.section.note')}
        value={block.note}
        placeholder={text('designer.section.no-note')}
        longest={40}
        onChange={(note) => change(writeSection(form, section, { note }))}
      />
      <InlineChoice
        label={text('designer.section.shown')}
        options={[
          { id: 'open', title: text('designer.section.open') },
          { id: 'folded', title: text('designer.section.folded') },
        ]}
        value={block.folded ? 'folded' : 'open'}
        onChange={(id) => change(writeSection(form, section, { folded: id === 'folded' }))}
      />
      {!fixed && <SectionTools section={section} />}
    </div>
  );
}

function SectionTools({ section }: Pick<SectionLineProps, 'section'>): ReactElement {
  const { text } = useText();
  const { form, change } = useEditing();
  return (
    <span className="fd-tools push">
      <Button
        kind="text"
        small
        label={text('designer.section.up')}
        onPress={() => change(moveSection(form, section, 'up'))}
      >
        {text('designer.up')}
      </Button>
      <Button
        kind="text"
        small
        label={text('designer.section.down')}
        onPress={() => change(moveSection(form, section, 'down'))}
      >
        {text('designer.down')}
      </Button>
      <Button kind="text" small onPress={() => change(removeSection(form, section))}>
        {text('designer.section.remove')}
      </Button>
    </span>
  );
}
