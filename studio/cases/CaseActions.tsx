import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import type { CaseFile } from './CasePage.tsx';
import { ReporterLine } from './ReporterLine.tsx';
import { SendUpDialog } from './SendUpDialog.tsx';
import { UrgeDialog } from './UrgeDialog.tsx';

/** What the person may do with the case; the first is the next sensible step. */
export function CaseActions({ file }: { readonly file: CaseFile }): ReactElement {
  const { text } = useText();
  const [open, setOpen] = useState<'urge' | 'send-up' | null>(null);
  const { may } = file;
  const close = (): void => {
    setOpen(null);
  };
  const toSendUp =
    file.userTasks.find(({ state, mine }) => state === 'open' && mine) ??
    file.userTasks.find(({ state }) => state === 'open');
  return (
    <>
      {may.complete !== null && (
        <ButtonLink kind="primary" to={`/user-tasks/${may.complete}`}>
          {text('case.do')}
        </ButtonLink>
      )}
      {may.urge && (
        <Button kind={may.complete === null ? 'primary' : 'plain'} onPress={() => setOpen('urge')}>
          {text('urge')}
        </Button>
      )}
      {may.sendUp && toSendUp !== undefined && <Button onPress={() => setOpen('send-up')}>{text('send-up')}</Button>}
      {may.complete === null && !may.urge && !may.sendUp && (
        <span className="quiet">{text(file.status === 'open' ? 'case.look-only' : 'case.ended')}</span>
      )}
      <span className="push" />
      <ReporterLine file={file} />
      {open === 'urge' && <UrgeDialog file={file} onClose={close} />}
      {open === 'send-up' && toSendUp !== undefined && <SendUpDialog userTask={toSendUp.id} onClose={close} />}
    </>
  );
}
