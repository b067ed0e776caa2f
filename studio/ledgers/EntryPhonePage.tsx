import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { listEntries, readEntry } from '../../server/http/contract/ledgers.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useStoredPhotos } from '../api/use-stored-photos.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { FootHint } from '../ui/phone/FootHint.tsx';
import { GridChoice } from '../ui/phone/GridChoice.tsx';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { Sheet, SheetChoice } from '../ui/phone/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ReasonField } from './ReasonField.tsx';
import { Revisions } from './Revisions.tsx';
import type { Entries, Entry } from './use-entry-form.ts';
import { type EntrySheet, useEntrySheet } from './use-entry-sheet.ts';

interface EntryPhonePageProps {
  readonly ledger: string;
  /** Null: a new one. */
  readonly entry: string | null;
  readonly aside: ReactNode;
}

/** One entry of a ledger on the phone: read, changed with a reason, or new. */
export function EntryPhonePage({ ledger, entry, aside }: EntryPhonePageProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const entries = useAnswer(listEntries, { params: { ledger }, query: { limit: 1 } });
  const present = useAnswer(readEntry, { params: { ledger, entry: entry ?? '' } }, { when: entry !== null });
  const back = (): void => navigate(`/ledgers/${ledger}`);
  if (entries.data === undefined || (entry !== null && present.data === undefined)) {
    const asked = entries.error === null && entry !== null ? present : entries;
    return (
      <InnerPage title={text('nav.ledgers')} onBack={back} aside={aside}>
        <Waiting {...waitingFor(asked)} lines={8} />
      </InnerPage>
    );
  }
  const known = { ledger, entries: entries.data, present: present.data ?? null, aside, onBack: back };
  return <EntryShown key={present.data?.revision ?? 0} {...known} />;
}

interface EntryShownProps {
  readonly ledger: string;
  readonly entries: Entries;
  readonly present: Entry | null;
  readonly aside: ReactNode;
  readonly onBack: () => void;
}

function EntryShown({ ledger, entries, present, aside, onBack }: EntryShownProps): ReactElement {
  const { text, pack } = useText();
  const preset = new URLSearchParams(useSearch()).get('area');
  const sheet = useEntrySheet(ledger, entries, present, preset);
  const context = usePhoneContext();
  const { entry, problem } = sheet.form;
  const mayAct = sheet.changing || present?.mayEdit === true;
  return (
    <InnerPage
      title={present === null ? text('entry.add') : pack(entries.title)}
      onBack={onBack}
      aside={aside}
      {...(mayAct
        ? { foot: <EntryFoot sheet={sheet} context={context} isNew={present === null} onBack={onBack} /> }
        : {})}
    >
      <Block>
        {present === null ? (
          <GridPick grids={entries.grids} sheet={sheet} />
        ) : (
          <p className="quiet">{pack(present.area.name)}</p>
        )}
      </Block>
      <FormView {...entry.view} formContext={context} readonly={!sheet.changing} />
      {sheet.changing && present !== null && (
        <Block>
          <ReasonField sheet={sheet} />
        </Block>
      )}
      {problem !== null && (
        <Block>
          <ErrorNote problem={problem} />
        </Block>
      )}
      {present !== null && !sheet.changing && <RevisionsBlock present={present} />}
    </InnerPage>
  );
}

function RevisionsBlock({ present }: { readonly present: Entry }): ReactElement {
  const { text } = useText();
  return (
    <Block>
      <h2>{text('revisions')}</h2>
      <Revisions revisions={present.revisions} now={useNow()} />
    </Block>
  );
}

interface EntryFootProps {
  readonly sheet: EntrySheet;
  readonly context: FormViewContext;
  readonly isNew: boolean;
  readonly onBack: () => void;
}

function EntryFoot({ sheet, context, isNew, onBack }: EntryFootProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const { entry, busy } = sheet.form;
  const save = async (): Promise<void> => {
    if ((await sheet.save()) === null) return;
    say(text('entry.saved'));
    if (isNew) onBack();
  };
  if (!sheet.changing) {
    return (
      <Button kind="primary" onPress={sheet.change}>
        {text('entry.change')}
      </Button>
    );
  }
  const missing = sheet.tried ? problemHint(entry.open, context) : null;
  return (
    <>
      {missing !== null && <FootHint words={missing} onPress={entry.goToProblem} />}
      <Button kind="primary" busy={busy} onPress={() => void save()}>
        {text('save')}
      </Button>
    </>
  );
}

function GridPick({ grids, sheet }: { readonly grids: Entries['grids']; readonly sheet: EntrySheet }): ReactElement {
  const { text, pack } = useText();
  const [open, setOpen] = useState(false);
  const chosen = grids.find(({ code }) => code === sheet.area);
  const choose = (code: string): void => {
    sheet.setArea(code);
    setOpen(false);
  };
  return (
    <>
      <GridChoice
        label={text('report.grid')}
        value={chosen === undefined ? null : pack(chosen.name)}
        action={text(chosen === undefined ? 'choose' : 'change')}
        error={sheet.missesArea ? text('report.grid.missing') : null}
        onPress={() => setOpen(true)}
      />
      <Sheet title={text('report.grid')} open={open} onClose={() => setOpen(false)}>
        {grids.map(({ code, name }) => (
          <SheetChoice key={code} title={pack(name)} chosen={code === sheet.area} onPress={() => choose(code)} />
        ))}
      </Sheet>
    </>
  );
}

function usePhoneContext(): FormViewContext {
  const { language, text, pack } = useText();
  const photos = useStoredPhotos();
  return useMemo(() => ({ door: 'phone', language, t: text, translate: pack, photos }), [language, text, pack, photos]);
}
