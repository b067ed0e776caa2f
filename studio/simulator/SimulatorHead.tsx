import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { BeginDialog } from './BeginDialog.tsx';
import type { CompiledDraft } from './compile-draft.ts';
import type { OpenPanel } from './SimulatorPanels.tsx';
import type { DraftRun } from './use-draft-run.ts';
import type { RunInHand } from './use-simulation.ts';
import '../ui/desktop/editor-frame.css';

interface SimulatorHeadProps {
  readonly run: DraftRun;
  readonly compiled: CompiledDraft;
  readonly area: { readonly name: string };
  readonly inHand: RunInHand;
  readonly onPanel: (panel: OpenPanel) => void;
  readonly onRead: () => void;
  readonly reading: boolean;
}

/** Whose configuration runs, that nothing leaves, and what to do with the run as a whole. */
export function SimulatorHead(props: SimulatorHeadProps): ReactElement {
  const { run, compiled, area, inHand, onPanel, onRead, reading } = props;
  const { text, pack, either } = useText();
  const [beginning, setBeginning] = useState(false);
  useDocumentTitle(text('simulator'));
  const { simulation, back } = inHand;
  const count = compiled.faults.length;
  return (
    <>
      <header className="gl-editor-head">
        <h1>{text('simulator')}</h1>
        <span>{pack(area.name)}</span>
        <Tag tone={run.changed ? 'accent' : 'quiet'}>
          {text(run.changed ? 'simulator.of-draft' : 'simulator.of-published')}
        </Tag>
        <span className="quiet cut">{text('simulator.nothing-leaves')}</span>
        <span className="push" />
        <Button kind="text" disabled={back === null} onPress={() => back?.()}>
          <Icon name="undo" />
          {text('simulator.back')}
        </Button>
        <Button onPress={() => setBeginning(true)}>{text('simulator.again')}</Button>
        <Button onPress={() => onPanel({ kind: 'tryout' })}>{text('simulator.try-all')}</Button>
        <Button
          kind="primary"
          disabled={(simulation?.done.length ?? 0) === 0}
          onPress={() => onPanel({ kind: 'keep' })}
        >
          {text('simulator.keep')}
        </Button>
      </header>
      {count > 0 && (
        <details className="gl-simulator-faults gl-notice-warn">
          <summary>{text('simulator.faults', { count })}</summary>
          <ul>
            {compiled.faults.map((fault) => (
              <li key={`${fault.file} ${fault.place} ${fault.code}`}>{either(fault)}</li>
            ))}
          </ul>
        </details>
      )}
      {beginning && (
        <BeginDialog
          compiled={compiled}
          inHand={inHand}
          onRead={onRead}
          reading={reading}
          onClose={() => setBeginning(false)}
        />
      )}
    </>
  );
}
