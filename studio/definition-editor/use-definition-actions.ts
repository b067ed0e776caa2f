import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  beginDraft,
  listDefinitions,
  readDraftDefinition,
  readDraftRelease,
  removeDraftDefinition,
  writeDraftDefinition,
} from '../../server/http/contract/drafts.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { call } from '../api/call.ts';
import { type DraftDefinitions, draftDefinitions } from '../api/drafts/draft-definitions.ts';
import { type ProblemRecord, problemOf } from '../api/problem-error.ts';
import type { EditedKind } from './kind-editors.ts';

interface DefinitionActions {
  /**
   * Writes a definition the draft does not have, made from what the draft has; false when it was refused, and then
   * `problem` says why.
   */
  readonly add: (kind: EditedKind, id: string, make: (others: DraftDefinitions) => JsonObject) => Promise<boolean>;
  /** Writes several posts, new or there already, and takes others out; it stops at the first refusal. */
  readonly writePosts: (
    written: readonly { readonly id: string; readonly json: JsonObject }[],
    gone: readonly string[],
  ) => Promise<boolean>;
  /** Takes the area's own definition out of the draft. */
  readonly remove: (kind: EditedKind, id: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
  readonly forget: () => void;
}

/** Adding and removing definitions of an area's draft, which is begun when there is none. */
export function useDefinitionActions(area: string): DefinitionActions {
  const answers = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const attempt = async (action: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
      for (const { id } of [listDefinitions, readDraftRelease]) await answers.invalidateQueries({ queryKey: [id] });
      return true;
    } catch (thrown) {
      setProblem(problemOf(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    forget: () => setProblem(null),
    add: async (kind, id, make) =>
      attempt(async () => {
        const draft = await call(beginDraft, { params: { area } });
        const { packs } = await call(readDraftRelease, { params: { draft: draft.id } });
        const json = make(draftDefinitions(packs));
        await call(writeDraftDefinition, {
          params: { draft: draft.id, kind, id },
          body: { revision: 0, content: { json } },
        });
      }),
    writePosts: async (written, gone) =>
      attempt(async () => {
        const kind = 'post';
        const draft = await call(beginDraft, { params: { area } });
        const { packs } = await call(readDraftRelease, { params: { draft: draft.id } });
        const there = new Set(draftDefinitions(packs).posts.map(({ id }) => id));
        const revisionOf = async (id: string): Promise<number> =>
          (await call(readDraftDefinition, { params: { draft: draft.id, kind, id } })).revision;
        for (const { id, json } of written) {
          const revision = there.has(id) ? await revisionOf(id) : 0;
          await call(writeDraftDefinition, {
            params: { draft: draft.id, kind, id },
            body: { revision, content: { json } },
          });
        }
        for (const id of gone)
          await call(removeDraftDefinition, {
            params: { draft: draft.id, kind, id },
            body: { revision: await revisionOf(id) },
          });
      }),
    remove: async (kind, id) =>
      attempt(async () => {
        const draft = await call(beginDraft, { params: { area } });
        const params = { draft: draft.id, kind, id };
        const { revision } = await call(readDraftDefinition, { params });
        await call(removeDraftDefinition, { params, body: { revision } });
      }),
  };
}
