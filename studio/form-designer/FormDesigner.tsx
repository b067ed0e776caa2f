import { type ReactElement, useState } from 'react';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useUndo } from '../api/drafts/use-undo.ts';
import { type TextKey, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { EditorFrame } from '../ui/desktop/EditorFrame.tsx';
import { InlineText } from '../ui/desktop/sentence/InlineText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { EditingContext } from './editing.ts';
import { ExpertView } from './expert/ExpertView.tsx';
import { QuestionList } from './list/QuestionList.tsx';
import { QuestionPalette } from './palette/QuestionPalette.tsx';
import { PreviewPanel } from './preview/PreviewPanel.tsx';
import { questionOfPlace } from './problem-place.ts';
import { formIn } from './questions/read-questions.ts';
import { RightsTable } from './RightsTable.tsx';
import type { FormSurroundings } from './surroundings/form-surroundings.ts';
import { useFormEditing } from './use-form-editing.ts';
import '../ui/segments.css';
import './form-designer.css';
import './question-list.css';

interface FormDesignerProps {
  readonly open: OpenDefinition;
  readonly surroundings: FormSurroundings;
}

/** The form designer: what can be asked at the left, the questions in the middle, the form on a phone at the right. */
export function FormDesigner({ open, surroundings }: FormDesignerProps): ReactElement {
  const { text } = useText();
  const form = 'json' in open.content ? formIn(open.content.json) : null;
  if (form === null) {
    return (
      <EmptyState title={text('designer.unreadable')} next={text('designer.unreadable.next')}>
        {open.published !== null && <Button onPress={() => void open.restore()}>{text('designer.restore')}</Button>}
      </EmptyState>
    );
  }
  return <Designer key={open.reload} open={open} form={form} surroundings={surroundings} />;
}

type View = 'questions' | 'rights' | 'expert';

const views: readonly (readonly [View, TextKey])[] = [
  ['questions', 'designer.questions'],
  ['rights', 'designer.rights'],
  ['expert', 'designer.expert'],
];

function Designer({ open, form, surroundings }: FormDesignerProps & { readonly form: FormDefinition }): ReactElement {
  const { text } = useText();
  const undo = useUndo(open);
  const editing = useFormEditing(open, form, surroundings, (json) => undo.save({ json }));
  const [view, setView] = useState<View>('questions');
  const goTo = (place: string): void => {
    setView('questions');
    editing.select(questionOfPlace(form, place));
  };
  const count = editing.blocks.reduce((sum, block) => sum + block.questions.length, 0);
  return (
    <EditingContext value={editing}>
      <EditorFrame
        open={{ ...open, title: form.title, problems: editing.problems }}
        tools={undo}
        list={<QuestionPalette />}
        panel={<PreviewPanel />}
        onProblem={goTo}
      >
        <div className="fd-canvas">
          <div className="fd-head">
            <div className="gl-segments" role="group" aria-label={text('designer.views')}>
              {views.map(([id, title]) => (
                <button key={id} type="button" aria-pressed={id === view} onClick={() => setView(id)}>
                  {text(title)}
                  {id === 'questions' && <span>{count}</span>}
                </button>
              ))}
            </div>
            <FormTitle form={form} onChange={(title) => editing.change({ ...form, title })} />
            <span className="quiet push">{view === 'questions' && !editing.fixed && text('designer.drag')}</span>
          </div>
          {view === 'questions' && <QuestionList />}
          {view === 'rights' && <RightsTable />}
          {view === 'expert' && <ExpertView />}
        </div>
      </EditorFrame>
    </EditingContext>
  );
}

function FormTitle({
  form,
  onChange,
}: {
  readonly form: FormDefinition;
  readonly onChange: (title: string) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <span>
      {text('designer.say.form-title')}
      <InlineText
        label={text('designer.form-title')}
        value={form.title}
        longest={40}
        wrong={form.title.trim() === ''}
        onChange={onChange}
      />
    </span>
  );
}
