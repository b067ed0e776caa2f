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
import { Field } from '../ui/Field.tsx';
import { FootHint } from '../ui/phone/FootHint.tsx';
import { GridChoice } from '../ui/phone/GridChoice.tsx';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { Sheet, SheetChoice } from '../ui/phone/Sheet.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { Revisions } from './Revisions.tsx';
import { type Entries, type Entry, useEntryForm } from './use-entry-form.ts';

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
  const back = (): void => {
    navigate(`/ledgers/${ledger}`);
  };
  if (entries.data === undefined || (entry !== null && present.data === undefined)) {
    const asked = entries.error === null && entry !== null ? present : entries;
    return (
      <InnerPage title={text('nav.ledgers')} onBack={back} aside={aside}>
        <Waiting {...waitingFor(asked)} lines={8} />
      </InnerPage>
    );
  }
  return (
    <EntrySheet
      key={present.data?.revision ?? 0}
      ledger={ledger}
      entries={entries.data}
      present={present.data ?? null}
      aside={aside}
      onBack={back}
    />
  );
}

interface EntrySheetProps {
  readonly ledger: string;
  readonly entries: Entries;
  readonly present: Entry | null;
  readonly aside: ReactNode;
  readonly onBack: () => void;
}

function EntrySheet({ ledger, entries, present, aside, onBack }: EntrySheetProps): ReactElement {
  const { text, pack } = useText();
  const preset = new URLSearchParams(useSearch()).get('area');
  const [changing, setChanging] = useState(present === null);
  const [area, setArea] = useState<string | undefined>(
    present?.area.code ?? preset ?? (entries.grids.length === 1 ? entries.grids[0]?.code : undefined),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { entry, save, busy, problem } = useEntryForm(ledger, entries.form, present);
  const context = usePhoneContext();
  const say = useToast();
  const now = useNow();
  const needsReason = present !== null && reason.trim().length < 2;
  const send = async (): Promise<void> => {
    setTried(true);
    if (needsReason || area === undefined) return;
    if ((await save(area, reason)) === null) return;
    say(text('entry.saved'));
    if (present === null) onBack();
  };
  const missing = tried ? problemHint(entry.open, context) : null;
  const foot = changing ? (
    <>
      {missing !== null && <FootHint words={missing} onPress={entry.goToProblem} />}
      <Button kind="primary" busy={busy} onPress={() => void send()}>
        {text('save')}
      </Button>
    </>
  ) : present?.mayEdit === true ? (
    <Button
      kind="primary"
      onPress={() => {
        setChanging(true);
      }}
    >
      {text('entry.change')}
    </Button>
  ) : undefined;
  return (
    <InnerPage
      title={present === null ? text('entry.add') : pack(entries.title)}
      onBack={onBack}
      aside={aside}
      {...(foot === undefined ? {} : { foot })}
    >
      <Block>
        {present === null ? (
          <GridPick grids={entries.grids} area={area} onChange={setArea} missing={tried && area === undefined} />
        ) : (
          <p className="quiet">{pack(present.area.name)}</p>
        )}
      </Block>
      <FormView {...entry.view} formContext={context} readonly={!changing} />
      {changing && present !== null && (
        <Block>
          <Field
            label={text('entry.reason')}
            required
            error={tried && needsReason ? text('entry.reason.missing') : undefined}
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
        </Block>
      )}
      {problem !== null && (
        <Block>
          <ErrorNote problem={problem} />
        </Block>
      )}
      {present !== null && !changing && (
        <Block>
          <h2>{text('revisions')}</h2>
          <Revisions revisions={present.revisions} now={now} />
        </Block>
      )}
    </InnerPage>
  );
}

interface GridPickProps {
  readonly grids: Entries['grids'];
  readonly area: string | undefined;
  readonly onChange: (area: string) => void;
  readonly missing: boolean;
}

function GridPick({ grids, area, onChange, missing }: GridPickProps): ReactElement {
  const { text, pack } = useText();
  const [open, setOpen] = useState(false);
  const chosen = grids.find(({ code }) => code === area);
  return (
    <>
      <GridChoice
        label={text('report.grid')}
        value={chosen === undefined ? null : pack(chosen.name)}
        action={text(chosen === undefined ? 'choose' : 'change')}
        error={missing ? text('report.grid.missing') : null}
        onPress={() => {
          setOpen(true);
        }}
      />
      <Sheet
        title={text('report.grid')}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      >
        {grids.map(({ code, name }) => (
          <SheetChoice
            key={code}
            title={pack(name)}
            chosen={code === area}
            onPress={() => {
              onChange(code);
              setOpen(false);
            }}
          />
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
