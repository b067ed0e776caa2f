import { type ReactElement, useMemo } from 'react';
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
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ReasonField } from './ReasonField.tsx';
import { Revisions } from './Revisions.tsx';
import type { Entries, Entry } from './use-entry-form.ts';
import { type EntrySheet, useEntrySheet } from './use-entry-sheet.ts';
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
  const title = entries.data === undefined ? text('nav.ledgers') : pack(entries.data.title);
  return (
    <div className="gl-page">
      <PageHead
        title={entry === null ? text('entry.new-title', { ledger: title }) : title}
        beside={<Link href={`/ledgers/${ledger}`}>{text('ledger.back')}</Link>}
      />
      {entries.data === undefined || (entry !== null && present.data === undefined) ? (
        <Card>
          <Waiting {...waitingFor(entries.error === null && entry !== null ? present : entries)} />
        </Card>
      ) : (
        <EntryShown
          key={present.data?.revision ?? 0}
          ledger={ledger}
          entries={entries.data}
          present={present.data ?? null}
        />
      )}
    </div>
  );
}

interface EntryShownProps {
  readonly ledger: string;
  readonly entries: Entries;
  readonly present: Entry | null;
}

function EntryShown({ ledger, entries, present }: EntryShownProps): ReactElement {
  const { text, pack } = useText();
  const now = useNow();
  const sheet = useEntrySheet(ledger, entries, present);
  const context = useDeskContext();
  const mayChange = present?.mayEdit === true && !sheet.changing;
  const { entry, problem } = sheet.form;
  return (
    <div className="gl-entry-desk">
      <Card
        title={present === null ? text('entry.add') : pack(present.area.name)}
        aside={mayChange ? <ChangeButton sheet={sheet} /> : undefined}
      >
        {present === null && <GridField entries={entries} sheet={sheet} />}
        <FormView {...entry.view} formContext={context} readonly={!sheet.changing} />
        {sheet.changing && present !== null && <ReasonField sheet={sheet} />}
        {problem !== null && <ErrorNote problem={problem} />}
        {sheet.changing && <EntryFoot ledger={ledger} sheet={sheet} context={context} />}
      </Card>
      {present !== null && (
        <Card title={text('revisions')} count={text('count.entries', { count: present.revisions.length })}>
          <Revisions revisions={present.revisions} now={now} />
        </Card>
      )}
    </div>
  );
}

function ChangeButton({ sheet }: { readonly sheet: EntrySheet }): ReactElement {
  const { text } = useText();
  return (
    <Button small onPress={sheet.change}>
      {text('entry.change')}
    </Button>
  );
}

function GridField({ entries, sheet }: { readonly entries: Entries; readonly sheet: EntrySheet }): ReactElement {
  const { text, pack } = useText();
  return (
    <Field label={text('board.grid')} required error={sheet.missesArea ? text('report.grid.missing') : undefined}>
      {(control) => (
        <PickInput
          control={control}
          value={sheet.area}
          onChange={sheet.setArea}
          placeholder={text('choose')}
          nothing={text('people.none-found')}
          options={entries.grids.map(({ code, name }) => ({ value: code, label: pack(name) }))}
        />
      )}
    </Field>
  );
}

interface EntryFootProps {
  readonly ledger: string;
  readonly sheet: EntrySheet;
  readonly context: FormViewContext;
}

function EntryFoot({ ledger, sheet, context }: EntryFootProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const say = useToast();
  const { entry, busy } = sheet.form;
  const save = async (): Promise<void> => {
    const id = await sheet.save();
    if (id === null) return;
    say(text('entry.saved'));
    navigate(`/ledgers/${ledger}/${id}`);
  };
  return (
    <div className="gl-page-row gl-entry-foot">
      <span className="quiet">{sheet.tried ? problemHint(entry.open, context) : ''}</span>
      <span className="push" />
      <Button onPress={() => navigate(`/ledgers/${ledger}`)}>{text('cancel')}</Button>
      <Button kind="primary" busy={busy} onPress={() => void save()}>
        {text('save')}
      </Button>
    </div>
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
