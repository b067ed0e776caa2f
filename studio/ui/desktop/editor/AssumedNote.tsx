import { type ReactElement, useState } from 'react';
import { useText } from '../../../translations/texts.ts';
import { SidePanel } from '../SidePanel.tsx';
import type { EditedDefinition } from './edited-definition.ts';

/** At the foot of the panel: how many values no source prints, and the way to where everything comes from. */
export function AssumedNote({ open }: { readonly open: EditedDefinition }): ReactElement | null {
  const { text, pack } = useText();
  const [shown, setShown] = useState(false);
  const { assumed, sources } = open;
  if (assumed.length === 0 && sources.length === 0) return null;
  const [first] = assumed;
  return (
    <footer className="gl-editor-assumed quiet">
      <span className="cut" title={first?.reason}>
        {assumed.length === 0
          ? text('editor.sources', { count: sources.length })
          : text('editor.assumed', { count: assumed.length })}
      </span>
      <button type="button" onClick={() => setShown(true)}>
        {text('editor.to-sources')}
      </button>
      {shown && (
        <SidePanel title={text('editor.origin', { title: pack(open.title) })} onClose={() => setShown(false)}>
          <div className="gl-origin">
            {assumed.length > 0 && <h3>{text('assumed')}</h3>}
            <ul>
              {[...new Set(assumed.map(({ reason }) => reason))].map((reason) => (
                <li key={reason}>{pack(reason)}</li>
              ))}
            </ul>
            {sources.length > 0 && <h3>{text('sources')}</h3>}
            <ul>
              {sources.map(({ place, document, passage }) => (
                <li key={`${place} ${passage}`}>
                  {passage}
                  <span className="quiet">{pack(document)}</span>
                </li>
              ))}
            </ul>
          </div>
        </SidePanel>
      )}
    </footer>
  );
}
