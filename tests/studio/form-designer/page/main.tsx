import { type ReactElement, StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { OpenDefinition } from '../../../../studio/api/drafts/use-draft-definition.ts';
import type { Content } from '../../../../studio/api/drafts/content.ts';
import { FormDesigner } from '../../../../studio/form-designer/FormDesigner.tsx';
import { readSurroundings } from '../../../../studio/form-designer/surroundings/form-surroundings.ts';
import { DesktopTheme } from '../../../../studio/ui/desktop/DesktopTheme.tsx';
import { ToastPlace } from '../../../../studio/ui/Toast.tsx';
import type { DesignerScene } from '../designer-scene.ts';
import { deskWords } from '../../../../studio/translations/desk-words.ts';
import { startLanguage } from '../../../../studio/translations/texts.ts';
import '../../../../studio/ui/tokens.css';
import '../../../../studio/ui/base.css';
import './page.css';

await startLanguage(deskWords);

const scene = JSON.parse(decodeURIComponent(window.location.hash.slice(1))) as DesignerScene;
const nobody = async (): Promise<void> => undefined;

/** A definition that is kept in the page, as `useDraftDefinition` gives one that is kept on the server. */
function useOpen(): OpenDefinition {
  const [content, setContent] = useState<Content>({ json: scene.form });
  const at = '2026-11-28T02:30:00.000Z';
  return {
    area: '620502005',
    draft: {
      id: '00000000-0000-7000-8000-000000000000',
      area: { code: '620502005', name: '西关街道' },
      revision: 1,
      state: 'open',
      changedAt: at,
      changedBy: { id: '00000000-0000-7000-8000-000000000001', name: '李秀英' },
      submitted: null,
      givenBack: null,
    },
    kind: 'form',
    id: 'report',
    title: '',
    origin: 'own',
    content,
    published: scene.published === null ? null : { json: scene.published },
    pack: { title: '西关街道', version: '1.0.0' },
    running: 3,
    assumed: [],
    sources: [],
    save: setContent,
    flush: async () => true,
    saving: 'saved',
    savingProblem: null,
    connected: true,
    changedAt: at,
    changedBy: '李秀英',
    readOnly: scene.readOnly === true ? 'not-permitted' : null,
    lock: null,
    takeOver: nobody,
    conflict: null,
    looking: false,
    look: () => undefined,
    solve: () => undefined,
    restore: nobody,
    problems: [],
    checkedAt: at,
    reload: 0,
  };
}

function Page(): ReactElement {
  const open = useOpen();
  const surroundings = useMemo(() => readSurroundings([{ files: scene.files }]), []);
  return (
    <>
      <FormDesigner open={open} surroundings={surroundings} />
      <output hidden data-testid="saved">
        {'json' in open.content ? JSON.stringify(open.content.json) : ''}
      </output>
    </>
  );
}

document.body.className = 'door-desktop';
const place = document.getElementById('door');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <DesktopTheme>
        <ToastPlace>
          <Page />
        </ToastPlace>
      </DesktopTheme>
    </StrictMode>,
  );
}
