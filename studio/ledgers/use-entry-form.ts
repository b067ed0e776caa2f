import { useMemo, useState } from 'react';
import { addEntry, listEntries, listLedgers, readEntry, reviseEntry } from '../../server/http/contract/ledgers.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { formOf } from '../api/form-of.ts';
import { type ProblemRecord } from '../api/problem-error.ts';
import { useCommand } from '../api/use-command.ts';
import { type FormEntry, useFormEntry } from '../form-view/use-form-entry.ts';
import { useText } from '../translations/texts.ts';
import { acceptMasked } from './accept-masked.ts';

export type Entries = AnswerOf<typeof listEntries>;
export type Entry = AnswerOf<typeof readEntry>;

/** An entry of a ledger while it is written or changed. */
export interface EntryForm {
  readonly entry: FormEntry;
  /** Sends it; answers the entry's id, or null after showing what is wrong. */
  readonly save: (area: string | undefined, reason: string) => Promise<string | null>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
}

/** The step whose rights hold in ledgers. */
const STEP = 'ledger';

/** Holds an entry while it is written: a new one, or a change of one that is there. */
export function useEntryForm(ledger: string, form: Entries['form'], present: Entry | null): EntryForm {
  const { pack, language } = useText();
  const [subject] = useState(() => subjectOf(form, present));
  const translate = useMemo(() => (language === 'en' ? pack : undefined), [pack, language]);
  const entry = useFormEntry({ ...subject, step: STEP, ...(translate === undefined ? {} : { translate }) });
  const add = useCommand(addEntry, [listEntries, listLedgers]);
  const revise = useCommand(reviseEntry, [listEntries, readEntry]);
  return {
    entry,
    busy: add.busy || revise.busy,
    problem: add.problem ?? revise.problem,
    save: async (area, reason) => {
      const data = entry.check();
      if (data === null) return null;
      if (present !== null) {
        const answer = await revise.run({
          params: { ledger, entry: present.id },
          body: { revision: present.revision, reason: reason.trim(), data },
        });
        return answer?.id ?? null;
      }
      if (area === undefined) return null;
      const answer = await add.run({ params: { ledger }, body: { area, data } });
      return answer?.id ?? null;
    },
  };
}

function subjectOf(
  form: Entries['form'],
  present: Entry | null,
): { readonly form: ReturnType<typeof formOf>; readonly initial: JsonObject } {
  const initial = (present?.data ?? {}) as JsonObject;
  return { form: present === null ? formOf(form) : acceptMasked(formOf(form), initial), initial };
}
