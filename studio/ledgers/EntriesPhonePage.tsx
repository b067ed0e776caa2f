import { type ReactElement, type ReactNode, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { listEntries } from '../../server/http/contract/ledgers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { InnerPage, PartHead } from '../ui/phone/PhonePage.tsx';
import { PhoneSearch } from '../ui/phone/PhoneSearch.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import type { Entries } from './use-entry-form.ts';
import './entries-phone-page.css';

const STEP = 30;

/** A ledger on the phone: searched, and entered at the door. */
export function EntriesPhonePage({
  ledger,
  aside,
}: {
  readonly ledger: string;
  readonly aside: ReactNode;
}): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [, navigate] = useLocation();
  const area = new URLSearchParams(useSearch()).get('area');
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(STEP);
  const query = { limit, ...(words === '' ? {} : { q: words }), ...(area === null ? {} : { area }) };
  const answer = useAnswer(listEntries, { params: { ledger }, query }, { keepBefore: true });
  const { data } = answer;
  return (
    <InnerPage
      title={data === undefined ? text('nav.ledgers') : pack(data.title)}
      onBack={() => navigate('/grids')}
      aside={aside}
      {...(data?.mayEdit === true ? { foot: <AddEntry ledger={ledger} area={area} /> } : {})}
    >
      <PhoneSearch label={text('entries.search')} value={words} onChange={setWords} />
      {data !== undefined && (
        <PartHead
          title={text('entries.total', { count: data.total })}
          aside={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
        />
      )}
      {data === undefined && <Waiting {...waitingFor(answer)} lines={8} />}
      {data?.entries.length === 0 && (
        <EmptyState
          title={text(words === '' ? 'entries.none' : 'entries.none-found')}
          next={text(words === '' ? 'entries.none.next' : 'entries.none-found.next')}
        />
      )}
      <ul className="gl-entry-tiles">
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <EntryTile ledger={ledger} entry={entry} />
          </li>
        ))}
      </ul>
      {data !== undefined && data.entries.length < data.total && (
        <Button kind="text" wide onPress={() => setLimit(Math.min(200, limit + STEP))}>
          {text('more')}
        </Button>
      )}
    </InnerPage>
  );
}

function AddEntry({ ledger, area }: { readonly ledger: string; readonly area: string | null }): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const add = `/ledgers/${ledger}/new${area === null ? '' : `?area=${area}`}`;
  return (
    <Button kind="primary" onPress={() => navigate(add)}>
      {text('entry.add')}
    </Button>
  );
}

function EntryTile({
  ledger,
  entry,
}: {
  readonly ledger: string;
  readonly entry: Entries['entries'][number];
}): ReactElement {
  const { pack } = useText();
  const [first, ...rest] = entry.cells.map(({ text }) => text).filter((words) => words !== '');
  return (
    <Link href={`/ledgers/${ledger}/${entry.id}`} className="gl-tile">
      <h3 className="cut">{first ?? '—'}</h3>
      <p className="cut">{rest.join(' · ')}</p>
      <p className="quiet cut">{pack(entry.area.name)}</p>
    </Link>
  );
}
