import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface NoEntriesProps {
  /** Words or an area narrow the list, so that "nothing" may only mean "not with these". */
  readonly narrowed: boolean;
  readonly ledger: string;
  readonly mayEdit: boolean;
}

/** Nothing entered yet, or nothing found, and what to do next. */
export function NoEntries({ narrowed, ledger, mayEdit }: NoEntriesProps): ReactElement {
  const { text } = useText();
  return (
    <EmptyState
      title={text(narrowed ? 'entries.none-found' : 'entries.none')}
      next={text(narrowed ? 'entries.none-found.next' : 'entries.none.next')}
    >
      {mayEdit && (
        <ButtonLink kind="primary" to={`/ledgers/${ledger}/new`}>
          {text('entry.add')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
