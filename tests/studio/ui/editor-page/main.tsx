import { type ReactElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { DefinitionList } from '../../../../studio/ui/desktop/editor/DefinitionList.tsx';
import type { EditedDefinition } from '../../../../studio/ui/desktop/editor/edited-definition.ts';
import { DesktopTheme } from '../../../../studio/ui/desktop/DesktopTheme.tsx';
import { EditorFrame } from '../../../../studio/ui/desktop/EditorFrame.tsx';
import { InlineChoice, InlineChoices } from '../../../../studio/ui/desktop/sentence/InlineChoice.tsx';
import { InlineList } from '../../../../studio/ui/desktop/sentence/InlineList.tsx';
import { InlineNumber, InlineText } from '../../../../studio/ui/desktop/sentence/InlineText.tsx';
import { Sentence, SentenceGroup } from '../../../../studio/ui/desktop/sentence/Sentence.tsx';
import { problems, scene, words } from '../editor-scene.ts';
import { deskWords } from '../../../../studio/translations/desk-words.ts';
import { startLanguage } from '../../../../studio/translations/texts.ts';
import '../../../../studio/ui/tokens.css';
import '../../../../studio/ui/base.css';

await startLanguage(deskWords);

const changes = JSON.parse(decodeURIComponent(window.location.hash.slice(1) || '{}')) as Partial<EditedDefinition>;

function Page(): ReactElement {
  const [done, setDone] = useState<readonly string[]>([]);
  const say = (what: string): void => setDone((before) => [...before, what]);
  const open: EditedDefinition = {
    ...scene,
    problems,
    ...changes,
    takeOver: async () => {
      say('take over');
      return Promise.resolve();
    },
    flush: async () => {
      say('flush');
      return Promise.resolve(false);
    },
    solve: (which) => say(which),
    look: (which) => say(`look at ${which}`),
  };
  return (
    <>
      <div style={{ height: '100vh' }}>
        <EditorFrame
          open={open}
          tools={{ canUndo: true, canRedo: false, undo: () => say('undo'), redo: () => say('redo') }}
          list={<DefinitionList search={words.search} lines={words.lines} current="mediation" area={words.area} />}
          panel={<Sentences />}
          onProblem={say}
        >
          <div />
        </EditorFrame>
      </div>
      <output data-testid="done">{done.join(' ')}</output>
    </>
  );
}

function Sentences(): ReactElement {
  const [post, setPost] = useState<string | undefined>('mediator');
  const [days, setDays] = useState<number>(3);
  const [allowed, setAllowed] = useState<readonly string[]>(['hand-on', 'extend']);
  const [hint, setHint] = useState<string>(words.hint);
  const [answers, setAnswers] = useState<readonly string[]>(words.answers);
  return (
    <>
      <SentenceGroup title={words.who}>
        <Sentence>
          {words.by}
          <InlineChoice label={words.post} options={words.posts} value={post} onChange={setPost} />
          {words.handles}
          <InlineNumber label={words.limit} value={days} min={1} max={30} unit={words.days} onChange={setDays} />
          {words.within}
        </Sentence>
      </SentenceGroup>
      <SentenceGroup title={words.may}>
        <Sentence>
          {words.allows}
          <InlineChoices label={words.operation} options={words.operations} values={allowed} onChange={setAllowed} />
          {words.asks}
          <InlineText label={words.ask} value={hint} onChange={setHint} />
          {words.of}
          <InlineList label={words.answer} items={answers} newItem={words.answer} fewest={1} onChange={setAnswers} />
        </Sentence>
      </SentenceGroup>
      <output data-testid="now">{JSON.stringify({ post, days, allowed, hint, answers })}</output>
    </>
  );
}

document.body.className = 'door-desktop';
const place = document.getElementById('door');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <DesktopTheme>
        <Page />
      </DesktopTheme>
    </StrictMode>,
  );
}
