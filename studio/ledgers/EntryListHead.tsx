import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { clockWords } from '../ui/time-words.ts';
import type { Entries } from './use-entry-form.ts';

/** The head of a ledger: what it is, how many as of when within whose area, what it is for, and the way to a new entry. */
export function EntryListHead({
  ledger,
  entries,
}: {
  readonly ledger: string;
  readonly entries: Entries | undefined;
}): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  if (entries === undefined) return <PageHead title={text('nav.ledgers')} />;
  const { title, total, asOf, area, purpose, mayEdit } = entries;
  return (
    <>
      <PageHead title={pack(title)}>
        <ListFacts
          total={text('entries.total', { count: total })}
          rest={text('as-of.within', { time: clockWords(asOf), area: listedNames(area.name, texts) })}
        />
        {mayEdit && (
          <ButtonLink kind="primary" to={`/ledgers/${ledger}/new`}>
            {text('entry.add')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="quiet">{pack(purpose)}</p>
    </>
  );
}
