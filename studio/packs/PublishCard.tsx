import { type ReactElement, useState } from 'react';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import { listReleases, publishDraft } from '../../server/http/contract/releases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { Draft } from '../api/drafts/content.ts';
import { placeError } from '../api/place-error.ts';
import type { ProblemRecord } from '../api/problem-error.ts';
import { useCommand } from '../api/use-command.ts';
import { type TextKey, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { instantOfLocal, localInput } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { Outcome } from './ChangesPage.tsx';

const SHORTEST = 2;
const LONGEST = 200;

interface PublishCardProps {
  readonly draft: Draft;
  readonly rule: AnswerOf<typeof listReleases>;
  /** Why it cannot be published yet. */
  readonly missing: TextKey | null;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** From when, and why: then it is published, or submitted where a second person must approve. */
export function PublishCard({ draft, rule, missing, onOutcome }: PublishCardProps): ReactElement {
  const { text, either } = useText();
  const now = useNow();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  // Nothing of the draft itself is asked for again: once it is published, it is no more.
  const publish = useCommand(publishDraft, [listDefinitions, listReleases]);
  const isLate = when === 'later' && from !== '' && instantOfLocal(from) <= now;
  const isWhenGood = when === 'now' || (from !== '' && !isLate);
  const wanted = missing ?? (isWhenGood ? noteMissing(note) : 'publish.missing.from');
  const run = async (): Promise<void> => {
    const effectiveFrom = when === 'later' ? { effectiveFrom: instantOfLocal(from) } : {};
    const came = await publish.run({ params: { draft: draft.id }, body: { note: note.trim(), ...effectiveFrom } });
    if (came !== null) onOutcome(came);
  };
  const action = text(rule.approvalRequired ? 'publish.submit' : 'publish');
  return (
    <Card title={action}>
      <form
        className="gl-publish"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <WhenFields when={when} from={from} late={isLate} problem={publish.problem} onWhen={setWhen} onFrom={setFrom} />
        <Field
          label={text('publish.note')}
          required
          hint={text('publish.note.hint')}
          error={placeError(publish.problem, 'note', either)}
        >
          {(control) => <TextArea control={control} value={note} onChange={setNote} maxLength={LONGEST} rows={2} />}
        </Field>
        <p className="quiet">{text(rule.approvalRequired ? 'publish.submit.says' : 'publish.says')}</p>
        {draft.givenBack !== null && (
          <p className="gl-publish-missing">
            {text('draft.given-back', { who: draft.givenBack.by.name, reason: draft.givenBack.reason })}
          </p>
        )}
        {publish.problem !== null && <ErrorNote problem={publish.problem} withPlaces={false} />}
        {wanted !== null && <p className="gl-publish-missing">{text(wanted)}</p>}
        <Button kind="primary" type="submit" wide busy={publish.busy} disabled={wanted !== null}>
          {action}
        </Button>
      </form>
    </Card>
  );
}

interface WhenFieldsProps {
  readonly when: 'now' | 'later';
  /** Local `YYYY-MM-DDTHH:MM`; empty for none. */
  readonly from: string;
  readonly late: boolean;
  readonly problem: ProblemRecord | null;
  readonly onWhen: (when: 'now' | 'later') => void;
  readonly onFrom: (from: string) => void;
}

function WhenFields({ when, from, late, problem, onWhen, onFrom }: WhenFieldsProps): ReactElement {
  const { text, either } = useText();
  const now = useNow();
  return (
    <>
      <p className="gl-publish-when">
        <b>{text('publish.when')}</b>
      </p>
      <ChoiceRow
        label={text('publish.when')}
        choices={[
          { id: 'now', title: text('publish.now') },
          { id: 'later', title: text('publish.later') },
        ]}
        value={when}
        onChange={(chosen) => onWhen(chosen === 'later' ? 'later' : 'now')}
      />
      {when === 'later' && (
        <Field
          label={text('publish.from')}
          required
          hint={text('publish.from.hint')}
          error={late ? text('publish.from.past') : placeError(problem, 'effectiveFrom', either)}
        >
          {(control) => <DateInput control={control} withTime min={localInput(now)} value={from} onChange={onFrom} />}
        </Field>
      )}
    </>
  );
}

function noteMissing(note: string): TextKey | null {
  return note.trim().length < SHORTEST ? 'publish.missing.note' : null;
}
