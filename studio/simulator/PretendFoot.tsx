import { type ReactElement, type ReactNode, useState } from 'react';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { problemHint } from '../form-view/problem-hint.ts';
import type { FormEntry } from '../form-view/use-form-entry.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import '../ui/desktop/form-panel.css';

interface PretendFootProps {
  readonly entry: FormEntry;
  readonly context: FormViewContext;
  readonly onGenerate: () => void;
  /** What the button that sends it is called. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** Below a form of the run: what is missing, 生成一份, and the button that sends it. */
export function PretendFoot({
  entry,
  context,
  onGenerate,
  submit,
  onSubmit,
  children,
}: PretendFootProps): ReactElement {
  const { text } = useText();
  const [tried, setTried] = useState(false);
  const missing = tried ? problemHint(entry.open, context) : null;
  return (
    <div className="gl-form-foot gl-simulator-foot">
      {missing === null ? (
        <span className="quiet gl-desk-hint">{text('simulator.generate.hint')}</span>
      ) : (
        <button type="button" className="gl-desk-hint gl-desk-hint-bad" onClick={entry.goToProblem}>
          {missing}
        </button>
      )}
      {children}
      <Button onPress={onGenerate}>{text('simulator.generate')}</Button>
      <Button
        kind="primary"
        onPress={() => {
          setTried(true);
          onSubmit();
        }}
      >
        {submit}
      </Button>
    </div>
  );
}
