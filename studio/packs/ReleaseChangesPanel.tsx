import type { ReactElement } from 'react';
import { readReleaseChanges } from '../../server/http/contract/releases.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeLines } from './ChangeLines.tsx';
import type { Release } from './use-release-columns.tsx';

/** What a release changed against the one before it, beside the list. */
export function ReleaseChangesPanel({
  release,
  onClose,
}: {
  readonly release: Release;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const answer = useAnswer(readReleaseChanges, { params: { release: release.id } });
  return (
    <SidePanel title={text('releases.changes', { version: release.pack.version })} width={560} onClose={onClose}>
      {answer.data === undefined && <Waiting {...waitingFor(answer)} />}
      {answer.data?.changes.length === 0 && (
        <EmptyState title={text('releases.changes.none')} next={text('releases.changes.none.next')} />
      )}
      <ChangeLines changes={answer.data?.changes ?? []} />
    </SidePanel>
  );
}
