import { type ReactElement, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { listEntries, readEntry } from '../../server/http/contract/ledgers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useStoredPhotos } from '../api/use-stored-photos.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { Revisions } from './Revisions.tsx';
import { type Entries, type Entry, useEntryForm } from './use-entry-form.ts';
import './entry-desk-page.css';

/** One entry of a ledger at the desk: read, changed with a reason, or new. */
export function EntryDeskPage({
  ledger,
  entry,
}: {
  readonly ledger: string;
  readonly entry: string | null;
}): ReactElement {
  const { text, pack } = useText();
  const entries = useAnswer(listEntries, { params: { ledger }, query: { limit: 1 } });
  const present = useAnswer(readEntry, { params: { ledger, entry: entry ?? '' } }, { when: entry !== null });
  const now = useNow();
  const ready = entries.data !== undefined && (entry === null || present.data !== undefined);
  const title = entries.data === undefined ? text('nav.ledgers') : pack(entries.data.title);
  return (
    <div className="gl-page">
      <PageHead
        title={entry === null ? text('entry.new-title', { ledger: title }) : title}
        beside={<Link href={`/ledgers/${ledger}`}>{text('ledger.back')}</Link>}
      />
      {!ready && (
        <Card>
          <Waiting {...waitingFor(entries.error === null && entry !== null ? present : entries)} />
        </Card>
      )}
      {ready && entries.data !== undefined && (
        <div className="gl-entry-desk">
          <EntryCard
            key={present.data?.revision ?? 0}
            ledger={ledger}
            entries={entries.data}
            present={present.data ?? null}
          />
          {present.data !== undefined && (
            <Card title={text('revisions')} count={text('count.entries', { count: present.data.revisions.length })}>
              <Revisions revisions={present.data.revisions} now={now} />
            </Card>
          )}
        </div>
      )}
    </div>
  );
}

interface EntryCardProps {
  readonly ledger: string;
  readonly entries: Entries;
  readonly present: Entry | null;
}

function EntryCard({ ledger, entries, present }: EntryCardProps): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const [changing, setChanging] = useState(present === null);
  const [area, setArea] = useState<string | undefined>(
    present?.area.code ?? (entries.grids.length === 1 ? entries.grids[0]?.code : undefined),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { entry, save, busy, problem } = useEntryForm(ledger, entries.form, present);
  const context = useDeskContext();
  const say = useToast();
  const send = async (): Promise<void> => {
    setTried(true);
    if (present !== null && reason.trim().length < 2) return;
    const id = await save(area, reason);
    if (id === null) return;
    say(text('entry.saved'));
    navigate(`/ledgers/${ledger}/${id}`);
  };
  return (
    <Card
      title={present === null ? text('entry.add') : pack(present.area.name)}
      aside={
        present?.mayEdit === true && !changing ? (
          <Button
            small
            onPress={() => {
              setChanging(true);
            }}
          >
            {text('entry.change')}
          </Button>
        ) : undefined
      }
    >
      {present === null && (
        <Field
          label={text('board.grid')}
          required
          error={tried && area === undefined ? text('report.grid.missing') : undefined}
        >
          {(control) => (
            <PickInput
              control={control}
              value={area}
              onChange={setArea}
              placeholder={text('choose')}
              nothing={text('people.none-found')}
              options={entries.grids.map(({ code, name }) => ({ value: code, label: pack(name) }))}
            />
          )}
        </Field>
      )}
      <FormView {...entry.view} formContext={context} readonly={!changing} />
      {changing && present !== null && (
        <Field
          label={text('entry.reason')}
          required
          error={tried && reason.trim().length < 2 ? text('entry.reason.missing') : undefined}
        >
          {(control) => (
            <TextInput
              control={control}
              value={reason}
              onChange={setReason}
              maxLength={200}
              placeholder={text('entry.reason.example')}
            />
          )}
        </Field>
      )}
      {problem !== null && <ErrorNote problem={problem} />}
      {changing && (
        <div className="gl-page-row gl-entry-foot">
          <span className="quiet">{tried ? problemHint(entry.open, context) : ''}</span>
          <span className="push" />
          <Button
            onPress={() => {
              navigate(`/ledgers/${ledger}`);
            }}
          >
            {text('cancel')}
          </Button>
          <Button kind="primary" busy={busy} onPress={() => void send()}>
            {text('save')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function useDeskContext(): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useStoredPhotos();
  return useMemo(
    () => ({ door: 'desktop', language, t: text, translate: pack, photos }),
    [language, text, pack, photos],
  );
}
