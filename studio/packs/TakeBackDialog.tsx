import type { ReactElement } from 'react';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import { listReleases, takeBackRelease } from '../../server/http/contract/releases.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { Release } from './use-release-columns.tsx';

const LONGEST = 200;

interface TakeBackDialogProps {
  readonly release: Release;
  /** What holds again afterwards, as far as the list shows it. */
  readonly before: Release | undefined;
  readonly onClose: () => void;
}

/** Taking a release back: says what holds then and what happens to the matters that run on it, and asks why. */
export function TakeBackDialog({ release, before, onClose }: TakeBackDialogProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const takeBack = useCommand(takeBackRelease, [listReleases, listDefinitions]);
  const version = before?.pack.version ?? '';
  const run = async (reason: string): Promise<void> => {
    const made = await takeBack.run({ params: { release: release.id }, body: { reason } });
    if (made === null) return;
    say(text('take-back.done', { version: made.pack.version }));
    onClose();
  };
  return (
    <ReasonDialog
      title={text('take-back.of', { version: release.pack.version })}
      says={
        release.state === 'coming'
          ? text('take-back.says.coming', { version: release.pack.version })
          : [
              before === undefined ? text('take-back.says') : text('take-back.says.version', { version }),
              release.running === 0 ? '' : text('take-back.running', { count: release.running }),
            ].join('')
      }
      label={text('reason')}
      longest={LONGEST}
      busy={takeBack.busy}
      problem={takeBack.problem}
      onAction={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
