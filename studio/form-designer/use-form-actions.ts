import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  beginDraft,
  listDefinitions,
  readDraftChanges,
  readDraftDefinition,
  readDraftProblems,
  readDraftRelease,
  removeDraftDefinition,
  writeDraftDefinition,
} from '../../server/http/contract/drafts.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { call } from '../api/call.ts';
import { servedDefinition } from '../api/drafts/content.ts';
import type { DefinitionLine } from '../api/drafts/use-definition-list.ts';
import { type ProblemRecord, problemOf } from '../api/problem-error.ts';
import { useText } from '../translations/texts.ts';
import { useToast } from '../ui/Toast.tsx';
import { readSurroundings } from './surroundings/form-surroundings.ts';
import { stepsOf } from './surroundings/form-uses.ts';
import { stepTitle } from './sentences/step-rights.ts';

/** A form that somebody wants to remove, and where it is used. */
interface Removing {
  readonly line: DefinitionLine;
  readonly uses: readonly string[];
}

/** What can be done with the forms of an area besides editing them. */
export interface FormActions {
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
  readonly begin: () => void;
  readonly copy: (line: DefinitionLine) => void;
  readonly askToRemove: (line: DefinitionLine) => void;
  readonly removing: Removing | null;
  readonly remove: () => void;
  readonly keep: () => void;
}

/** Begins, copies and removes forms in the draft of an area, which is begun when there is none. */
export function useFormActions(area: string, forms: readonly DefinitionLine[]): FormActions {
  const { text } = useText();
  const say = useToast();
  const answers = useQueryClient();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const [removing, setRemoving] = useState<Removing | null>(null);
  const attempt = async (action: (draft: string) => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await action((await call(beginDraft, { params: { area } })).id);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const write = async (draft: string, json: JsonObject): Promise<void> => {
    const id = freeId(forms);
    const params = { draft, kind: 'form' as const, id };
    await call(writeDraftDefinition, { params, body: { revision: 0, content: { json: { ...json, id } } } });
    await changed();
    navigate(`/definitions/form/${id}`);
  };
  const changed = async (): Promise<void> => {
    const stale = [listDefinitions, readDraftChanges, readDraftProblems, readDraftRelease];
    await Promise.all(stale.map(async ({ id }) => answers.invalidateQueries({ queryKey: [id] })));
  };
  const at = (draft: string, { id }: DefinitionLine) => ({ draft, kind: 'form' as const, id });
  return {
    busy,
    problem,
    removing,
    keep: () => setRemoving(null),
    begin: () => void attempt(async (draft) => write(draft, { id: '', title: text('forms.new.title'), ...empty })),
    copy: (line) =>
      void attempt(async (draft) => {
        const { content } = servedDefinition(await call(readDraftDefinition, { params: at(draft, line) }));
        if ('json' in content)
          await write(draft, { ...content.json, title: text('forms.copied', { title: line.title }) });
      }),
    askToRemove: (line) =>
      void attempt(async (draft) => {
        const { packs } = await call(readDraftRelease, { params: { draft } });
        setRemoving({ line, uses: stepsOf(readSurroundings(packs), line.id).map((step) => stepTitle(step, text)) });
      }),
    remove: () =>
      void attempt(async (draft) => {
        if (removing === null) return;
        const { revision } = await call(readDraftDefinition, { params: at(draft, removing.line) });
        await call(removeDraftDefinition, { params: at(draft, removing.line), body: { revision } });
        await changed();
        say(text('forms.removed', { title: removing.line.title }));
        setRemoving(null);
      }),
  };
}

const empty = { schema: { type: 'object', properties: {} }, ui: {}, rules: [], rights: {} };

/** An id that no form has; people know forms by their titles. */
function freeId(forms: readonly DefinitionLine[]): string {
  const taken = new Set(forms.map(({ id }) => id));
  for (let nth = forms.length + 1; ; nth += 1) if (!taken.has(`form-${nth}`)) return `form-${nth}`;
}
