import { type ReactElement, useEffect, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { readCase, revealReporter } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import type { CaseFile } from './CasePage.tsx';

interface Revealed {
  readonly name: string;
  readonly phone: string | null;
  readonly forSeconds: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Who reported it, masked; whoever may, sees it in full for a reason and for a minute. */
export function ReporterLine({ file }: { readonly file: CaseFile }): ReactElement | null {
  const { text } = useText();
  const [asking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const left = useSecondsLeft(revealed);
  const inFull = left > 0 ? revealed : null;
  if (file.reporter === null) return null;
  const { name, phone } = inFull ?? file.reporter;
  return (
    <>
      <span className="quiet">
        {text('reporter')} {name} {phone}
      </span>
      {inFull !== null && (
        <span className="quiet" role="status">
          {text('reveal.left', { seconds: left })}
        </span>
      )}
      {inFull === null && file.may.reveal && (
        <Button kind="text" onPress={() => setAsking(true)}>
          {text('reveal')}
        </Button>
      )}
      {asking && <RevealDialog file={file} onRevealed={setRevealed} onClose={() => setAsking(false)} />}
    </>
  );
}

interface RevealDialogProps {
  readonly file: CaseFile;
  readonly onRevealed: (revealed: Revealed) => void;
  readonly onClose: () => void;
}

function RevealDialog({ file, onRevealed, onClose }: RevealDialogProps): ReactElement {
  const { text } = useText();
  const command = useCommand(revealReporter, [readCase]);
  const reveal = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { case: file.id }, body: { reason } });
    if (answer === null) return;
    onRevealed({ ...answer, until: Date.now() + answer.forSeconds * 1000 });
    onClose();
  };
  return (
    <ReasonDialog
      title={text('reveal')}
      says={text('reveal.says')}
      label={text('reveal.why')}
      longest={200}
      busy={command.busy}
      problem={command.problem}
      onAction={(reason) => void reveal(reason)}
      onClose={onClose}
    />
  );
}

/** Seconds left of what was revealed, counted down; 0 when they are over or nothing was. */
function useSecondsLeft(revealed: Revealed | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (revealed === null) return undefined;
    const bell = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(bell);
  }, [revealed]);
  if (revealed === null) return 0;
  return Math.min(revealed.forSeconds, Math.max(0, Math.ceil((revealed.until - now) / 1000)));
}
