import type { Static } from 'typebox';
import {
  beginDraft,
  listDefinitions,
  lockDraftDefinition,
  type LockView,
  readDraftDefinition,
  restoreDraftDefinition,
  unlockDraftDefinition,
  writeDraftDefinition,
} from '../../../server/http/contract/drafts.ts';
import { call } from '../call.ts';
import { type Content, type DefinitionKind, type Draft, type ServedDefinition, servedDefinition } from './content.ts';

export type Lock = Static<typeof LockView>;

/** Which definition is meant: of an area, of a kind, with an id. */
export interface DefinitionAddress {
  readonly area: string;
  readonly kind: DefinitionKind;
  readonly id: string;
}

/** What editing a definition asks of the server; every member throws a ProblemError when it is refused. */
export interface DraftServer {
  readonly begin: (area: string) => Promise<Draft>;
  /** The open draft of an area for those who may only look. */
  readonly find: (area: string) => Promise<Draft | null>;
  readonly read: (draft: string, at: DefinitionAddress) => Promise<ServedDefinition>;
  readonly write: (
    draft: string,
    at: DefinitionAddress,
    revision: number,
    content: Content,
  ) => Promise<{ readonly revision: number; readonly draft: Draft }>;
  readonly restore: (draft: string, at: DefinitionAddress, revision: number) => Promise<Draft>;
  readonly lock: (
    draft: string,
    at: DefinitionAddress,
    takeOver: boolean,
  ) => Promise<{ readonly lock: Lock; readonly revision: number }>;
  readonly unlock: (draft: string, at: DefinitionAddress) => Promise<void>;
}

/** The server of this studio. */
export const draftServer: DraftServer = {
  begin: async (area) => call(beginDraft, { params: { area } }),
  find: async (area) => (await call(listDefinitions, { params: { area } })).draft,
  read: async (draft, at) => servedDefinition(await call(readDraftDefinition, { params: paramsOf(draft, at) })),
  write: async (draft, at, revision, content) =>
    call(writeDraftDefinition, { params: paramsOf(draft, at), body: { revision, content } }),
  restore: async (draft, at, revision) =>
    (await call(restoreDraftDefinition, { params: paramsOf(draft, at), body: { revision } })).draft,
  lock: async (draft, at, takeOver) =>
    call(lockDraftDefinition, { params: paramsOf(draft, at), body: takeOver ? { takeOver } : {} }),
  unlock: async (draft, at) => {
    await call(unlockDraftDefinition, { params: paramsOf(draft, at) });
  },
};

function paramsOf(draft: string, { kind, id }: DefinitionAddress) {
  return { draft, kind, id };
}
