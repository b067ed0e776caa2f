import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../../translations/texts.ts';
import { Button } from '../../Button.tsx';
import { Icon } from '../../Icon.tsx';
import { Tag } from '../../Tag.tsx';
import { clockWords, momentWords } from '../../time-words.ts';
import { useDocumentTitle } from '../../use-document-title.ts';
import { useNow } from '../../use-now.ts';
import type { EditedDefinition } from './edited-definition.ts';

/** Undoing and redoing, as the head of an editor shows it. */
export interface EditorTools {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface EditorHeadProps {
  readonly open: EditedDefinition;
  readonly tools: EditorTools | null;
  readonly children: ReactNode;
}

/** What is edited, whether it is saved, what is published; and what to do with it next. */
export function EditorHead({ open, tools, children }: EditorHeadProps): ReactElement {
  const { text, pack } = useText();
  const title = pack(open.title);
  useDocumentTitle(title);
  const goTo = useGoSaved(open);
  const hasErrors = open.problems.some(({ severity }) => severity === 'error');
  return (
    <header className="gl-editor-head">
      <h1 className="cut">{title}</h1>
      <SavedTag open={open} />
      <span className="quiet cut">{usePublishedWords(open)}</span>
      <span className="push" />
      {tools !== null && open.readOnly === null && <UndoButtons tools={tools} />}
      {open.pack !== null && open.published !== null && (
        <Button onPress={() => void goTo(`/definitions/changes#${open.kind}/${open.id}`)}>
          {text('editor.compare', { version: open.pack.version })}
        </Button>
      )}
      {children}
      <Button kind={hasErrors ? 'primary' : 'plain'} onPress={() => void goTo(`/simulator?of=${open.kind}/${open.id}`)}>
        <Icon name="play" />
        {text('editor.simulate')}
      </Button>
      <Button kind={hasErrors ? 'plain' : 'primary'} onPress={() => void goTo('/definitions/changes')}>
        {text('editor.publish')}
      </Button>
    </header>
  );
}

/** Goes to a page that reads the draft on the server, once everything is there; stays when it cannot be saved. */
function useGoSaved({ flush }: EditedDefinition): (to: string) => Promise<void> {
  const [, navigate] = useLocation();
  return async (to) => {
    if (await flush()) navigate(to);
  };
}

function UndoButtons({ tools }: { readonly tools: EditorTools }): ReactElement {
  const { text } = useText();
  return (
    <>
      <Button kind="text" disabled={!tools.canUndo} onPress={tools.undo}>
        <Icon name="undo" />
        {text('editor.undo')}
      </Button>
      {tools.canRedo && (
        <Button kind="text" onPress={tools.redo}>
          <Icon name="redo" />
          {text('editor.redo')}
        </Button>
      )}
    </>
  );
}

/** 草稿 · 李秀英 10:28 保存, and while it is not saved, that it is not. */
function SavedTag({ open }: { readonly open: EditedDefinition }): ReactElement {
  const texts = useText();
  const now = useNow();
  const { text } = texts;
  const { changedBy, changedAt } = open;
  return (
    <span role="status">
      {open.saving === 'saved' && (changedBy === null || changedAt === null) && <Tag>{text('editor.untouched')}</Tag>}
      {open.saving === 'saved' && changedBy !== null && changedAt !== null && (
        <Tag tone="accent">{text('editor.saved', { who: changedBy, when: shortMoment(changedAt, now, texts) })}</Tag>
      )}
      {(open.saving === 'saving' || open.saving === 'waiting') && <Tag tone="accent">{text('editor.saving')}</Tag>}
      {open.saving === 'failed' && <Tag tone="late">{text('editor.unsaved')}</Tag>}
      {open.saving === 'conflict' && <Tag tone="late">{text('editor.conflict')}</Tag>}
    </span>
  );
}

/** Today only the clock: 10:28. */
function shortMoment(instant: string, now: string, texts: Parameters<typeof momentWords>[2]): string {
  const words = momentWords(instant, now, texts);
  return words.startsWith(texts.text('today')) ? clockWords(instant) : words;
}

/** 已发布 3.2 版，12 件正在按它办. */
function usePublishedWords({ published, pack, origin, running }: EditedDefinition): string {
  const { text } = useText();
  if (published === null) return text('editor.new');
  if (pack === null) return '';
  if (origin === 'inherited') return text('editor.inherited');
  const { version } = pack;
  return running === null ? text('editor.published', { version }) : text('editor.running', { version, count: running });
}
