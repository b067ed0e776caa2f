import { useQueryClient } from '@tanstack/react-query';
import type { Static } from 'typebox';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import {
  listDefinitions,
  type ProblemView as Problem,
  readDraftChanges,
  readDraftProblems,
} from '../../../server/http/contract/drafts.ts';
import { listReleases } from '../../../server/http/contract/releases.ts';
import type { ProblemRecord } from '../problem-error.ts';
import { useSession } from '../session.ts';
import { useAnswer } from '../use-answer.ts';
import type { Saving } from './autosave.ts';
import type { Content, DefinitionKind, Draft } from './content.ts';
import { type Conflict, type DefinitionSession, readOnlyOf, type SessionView } from './definition-session.ts';
import { draftServer, type Lock } from './draft-server.ts';
import { keepOnDevice } from './kept-content.ts';
import { OpenSessions } from './open-sessions.ts';

export type ProblemView = Static<typeof Problem>;

/** A definition of a draft as an editor has it. */
export interface OpenDefinition {
  readonly area: string;
  readonly draft: Draft;
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly title: string;
  readonly origin: 'own' | 'inherited';
  /** The newest content here, saved or not. */
  readonly content: Content;
  /** What is published now; null for a definition that the draft adds. */
  readonly published: Content | null;
  /** The pack that is published at the area now. */
  readonly pack: { readonly title: string; readonly version: string } | null;
  /** How many instances run on it; null while that is not known. */
  readonly running: number | null;
  readonly assumed: readonly { readonly place: string; readonly reason: string }[];
  readonly sources: readonly { readonly place: string; readonly document: string; readonly passage: string }[];
  /** The person changed it: it is shown at once and written a moment later; the newest wins. */
  readonly save: (content: Content) => void;
  /** Writes now what waits, before something reads it on the server; true when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
  readonly saving: Saving;
  /** Why saving failed. */
  readonly savingProblem: ProblemRecord | null;
  readonly connected: boolean;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
  readonly readOnly: null | 'locked' | 'submitted' | 'not-permitted';
  readonly lock: Lock | null;
  readonly takeOver: () => Promise<void>;
  readonly conflict: Conflict | null;
  /** In a conflict: whose content is shown. */
  readonly looking: boolean;
  readonly look: (which: 'mine' | 'theirs') => void;
  readonly solve: (which: 'mine' | 'theirs') => void;
  /** Puts it back to what is published. */
  readonly restore: () => Promise<void>;
  /** Of this definition, fresh after each save. */
  readonly problems: readonly ProblemView[];
  readonly checkedAt: string | null;
  /** Changes when the content was replaced from outside: taken over, conflict solved, restored. */
  readonly reload: number;
}

interface Waiting {
  readonly problem: ProblemRecord | null;
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

let opened: { readonly person: string; readonly sessions: OpenSessions } | null = null;

/** What a person has open on this page. */
function sessionsOf(person: string): OpenSessions {
  if (opened?.person === person) return opened.sessions;
  void opened?.sessions.abandon();
  opened = { person, sessions: new OpenSessions(draftServer, keepOnDevice(person)) };
  return opened.sessions;
}

/** Writes now what waits in any editor of this page: the one that was left a moment ago may still be writing. */
export async function flushDefinitions(): Promise<void> {
  await opened?.sessions.flush();
}

/** Asks the browser to ask before the page is left while something is unsaved. */
function warnIfUnsaved(event: BeforeUnloadEvent): void {
  if (opened?.sessions.unsaved === true) event.preventDefault();
}

/**
 * Opens a definition of an area's draft for editing; the draft is begun when there is none. It is saved, locked and
 * checked by itself while the component is there.
 *
 * @returns `open`, or null with what `Waiting` (studio/ui) needs
 */
export function useDraftDefinition(
  area: string,
  kind: DefinitionKind,
  id: string,
): { readonly open: OpenDefinition | null; readonly waiting: Waiting } {
  const session = useDefinitionSession(area, kind, id);
  const view = useSyncExternalStore(session.subscribe, session.view);
  const { state } = view;
  const checked = useChecked(area, state?.draft);
  const open = useMemo(() => (state === null ? null : openDefinition(session, state)), [session, state]);
  const waiting = {
    problem: view.problem,
    onRetry: () => void session.open(),
    retrying: view.opening,
  };
  if (open === null) return { open, waiting };
  const problems = checked.problems.filter((problem) => problem.kind === kind && problem.id === id);
  return { open: { ...open, ...checked, problems }, waiting };
}

function useDefinitionSession(area: string, kind: DefinitionKind, id: string): DefinitionSession {
  const person = useSession().data?.person?.id ?? '';
  const session = useMemo(() => sessionsOf(person).of({ area, kind, id }), [person, area, kind, id]);
  useEffect(() => {
    const sessions = sessionsOf(person);
    sessions.enter(session);
    window.addEventListener('beforeunload', warnIfUnsaved);
    const flush = (): void => void session.flush();
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('online', flush);
      void sessions.leave(session);
    };
  }, [person, session]);
  return session;
}

type Checked = Pick<OpenDefinition, 'problems' | 'checkedAt' | 'pack' | 'running'>;

/** What is wrong in the draft, and what is published below it; asked for again whenever the draft has changed. */
function useChecked(area: string, draft: Draft | undefined): Checked {
  const answers = useQueryClient();
  const revision = draft?.revision;
  const found = useAnswer(
    readDraftProblems,
    { params: { draft: draft?.id ?? '' } },
    { when: draft !== undefined, keepBefore: true },
  );
  const { data: list } = useAnswer(listDefinitions, { params: { area } }, { keepBefore: true });
  const { data: released } = useAnswer(listReleases, { params: { area } });
  useEffect(() => {
    if (revision === undefined) return;
    for (const { id } of [readDraftProblems, readDraftChanges, listDefinitions])
      void answers.invalidateQueries({ queryKey: [id] });
  }, [answers, revision]);
  return {
    problems: found.data?.problems ?? [],
    checkedAt: found.data?.checkedAt ?? null,
    pack: list?.pack ?? null,
    running: released?.releases.find(({ state }) => state === 'current')?.running ?? null,
  };
}

function openDefinition(
  session: DefinitionSession,
  state: NonNullable<SessionView['state']>,
): Omit<OpenDefinition, keyof Checked> {
  const { definition } = state;
  return {
    ...session.at,
    draft: state.draft,
    title: definition.title,
    origin: definition.origin,
    content: state.looking && state.conflict !== null ? state.conflict.theirs : state.content,
    published: definition.published,
    assumed: definition.assumed,
    sources: definition.sources,
    save: (content) => session.save(content),
    flush: async () => session.flush(),
    saving: state.saving,
    savingProblem: state.problem,
    connected: state.connected,
    changedAt: definition.changedAt,
    changedBy: definition.changedBy?.name ?? null,
    readOnly: readOnlyOf(state),
    lock: state.lock,
    takeOver: async () => session.takeOver(),
    conflict: state.conflict,
    looking: state.looking,
    look: (which) => session.look(which),
    solve: (which) => session.solve(which),
    restore: async () => session.restore(),
    reload: state.reload,
  };
}
