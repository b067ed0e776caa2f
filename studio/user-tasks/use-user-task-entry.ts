import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { readUserTask } from '../../server/http/contract/user-tasks.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { formOf } from '../api/form-of.ts';
import type { Draft } from '../api/outbox/device-store.ts';
import { type DraftOfThing, useKeeping } from '../api/outbox/use-draft.ts';
import { type FormEntry, useFormEntry } from '../form-view/use-form-entry.ts';
import { useText } from '../translations/texts.ts';

export type UserTaskFile = AnswerOf<typeof readUserTask>;

/** A user task while its form is filled in. */
export interface UserTaskEntry {
  readonly entry: FormEntry;
  /** Nothing of it is kept from now on: it has been handed over. */
  readonly close: () => void;
}

/** A step without a form asks nothing: it is only said to be done. */
const nothingAsked: FormDefinition = {
  id: 'nothing',
  title: '',
  schema: { type: 'object', properties: {} },
  ui: {},
  rules: [],
  rights: {},
};

/** The thing the draft of a user task is kept under. */
export function userTaskThing(id: string): string {
  return `user-task:${id}`;
}

/** Holds the form of a user task while it is filled in, kept on the device after every change. */
export function useUserTaskEntry(file: UserTaskFile, draft: Draft | null, drafts: DraftOfThing): UserTaskEntry {
  const { pack, language } = useText();
  const [subject] = useState(() => ({
    form: file.form === null ? nothingAsked : formOf(file.form),
    stored: file.data as JsonObject,
  }));
  const translate = useMemo(() => (language === 'en' ? pack : undefined), [pack, language]);
  const entry = useFormEntry({
    ...subject,
    step: file.element,
    ...(translate === undefined ? {} : { translate }),
    ...(draft === null ? {} : { initial: draft.data }),
  });
  const refused = useRef(false);
  useEffect(() => {
    if (draft?.refusal == null || refused.current) return;
    refused.current = true;
    entry.refuse(
      draft.refusal.places.map(({ field = '', ...place }) => ({
        ...place,
        field,
        path: place.path.replace(/^\/data/, ''),
      })),
    );
  }, [draft, entry]);
  return { entry, close: useKeeping(drafts, entry.data) };
}
