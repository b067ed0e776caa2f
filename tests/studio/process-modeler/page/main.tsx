import { type ReactElement, StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readVocabulary } from '../../../../studio/process-modeler/model/read-vocabulary.ts';
import { ProcessEditor } from '../../../../studio/process-modeler/ProcessEditor.tsx';
import { deskWords } from '../../../../studio/translations/desk-words.ts';
import { chooseLanguage, startLanguage } from '../../../../studio/translations/texts.ts';
import { DefinitionList } from '../../../../studio/ui/desktop/editor/DefinitionList.tsx';
import { DesktopTheme } from '../../../../studio/ui/desktop/DesktopTheme.tsx';
import { type EditorScene, openDefinition } from '../editor-scene.ts';
import '../../../../studio/ui/tokens.css';
import '../../../../studio/ui/base.css';
import './page.css';

await startLanguage(deskWords);

function Page({ scene }: { readonly scene: EditorScene }): ReactElement {
  const [xml, setXml] = useState(scene.xml);
  const [reload, setReload] = useState(0);
  const vocabulary = useMemo(() => readVocabulary(scene.packs), [scene]);
  useEffect(() => {
    const onReload = ({ data }: MessageEvent<{ readonly reload?: string }>): void => {
      if (data.reload === undefined) return;
      setXml(data.reload);
      setReload((before) => before + 1);
    };
    window.addEventListener('message', onReload);
    return () => window.removeEventListener('message', onReload);
  }, []);
  const open = openDefinition(scene, xml, reload, (content) => {
    if ('xml' in content) setXml(content.xml);
  });
  const lines = vocabulary.processes.map(({ id, title }) => ({
    kind: 'process',
    id,
    title,
    origin: id === 'escalation' ? ('inherited' as const) : ('own' as const),
    state: 'same' as const,
    lock: null,
  }));
  return (
    <>
      <div className="editor-page">
        <ProcessEditor
          open={open}
          vocabulary={vocabulary}
          list={<DefinitionList search={scene.title} lines={lines} current={scene.id} area={open.draft.area.name} />}
        />
      </div>
      <output data-testid="xml" hidden>
        {xml}
      </output>
    </>
  );
}

const root = createRoot(document.getElementById('door') ?? document.body);
document.body.className = 'door-desktop';
window.addEventListener('message', ({ data }: MessageEvent<{ readonly scene?: EditorScene }>) => {
  const { scene } = data;
  if (scene === undefined) return;
  void chooseLanguage(scene.language ?? 'zh').then(() =>
    root.render(
      <StrictMode>
        <DesktopTheme>
          <Page key={JSON.stringify(scene).length} scene={scene} />
        </DesktopTheme>
      </StrictMode>,
    ),
  );
});
document.body.dataset['ready'] = 'true';
