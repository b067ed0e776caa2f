import { mayPass, type ProblemRecord, problemOf } from '../problem-error.ts';
import { Autosave, type Saving } from './autosave.ts';
import { type Content, type Draft, sameContent, type ServedDefinition } from './content.ts';
import type { DefinitionAddress, DraftServer, Lock } from './draft-server.ts';
import type { ContentKeeper, Ground } from './kept-content.ts';

/** A lock is over after 90 seconds without a sign of life; two may be lost on the way. */
const HEARTBEAT = 30_000;

/** Somebody else's content that met ours; neither is thrown away before somebody chose. */
export interface Conflict {
  readonly who: string;
  /** ISO-8601. */
  readonly at: string;
  readonly theirs: Content;
}

/** A definition while somebody is at it. */
export interface SessionState {
  readonly draft: Draft;
  readonly definition: ServedDefinition;
  /** The newest content here, saved or not. */
  readonly content: Content;
  readonly saving: Saving;
  /** Why the last saving failed. */
  readonly problem: ProblemRecord | null;
  readonly lock: Lock | null;
  readonly mayEdit: boolean;
  readonly conflict: Conflict | null;
  /** In a conflict: theirs is shown instead of ours, to be compared. */
  readonly looking: boolean;
  /** False after a sign of life got no answer. */
  readonly connected: boolean;
  readonly reload: number;
}

/** What to draw: the definition, or that it is on its way, or why it did not come. */
export interface SessionView {
  readonly state: SessionState | null;
  readonly problem: ProblemRecord | null;
  readonly opening: boolean;
}

/**
 * One definition of a draft, open in an editor: opens it, holds its lock, saves it, and notices when somebody else has
 * changed it. It lives as long as an editor shows it or something in it is unsaved.
 */
export class DefinitionSession {
  readonly at: DefinitionAddress;
  readonly #server: DraftServer;
  readonly #keeper: ContentKeeper;
  readonly #listeners = new Set<() => void>();
  readonly #autosave: Autosave<Content>;
  #view: SessionView = { state: null, problem: null, opening: false };
  /** What the server has, as far as we know. */
  #ground: Ground | null = null;
  /** What somebody else made of it, while nobody has chosen: until then ours is not based on it. */
  #met: Ground | null = null;
  #hasKept = false;
  #heart: ReturnType<typeof setInterval> | undefined;

  constructor(server: DraftServer, keeper: ContentKeeper, at: DefinitionAddress) {
    this.#server = server;
    this.#keeper = keeper;
    this.at = at;
    this.#autosave = new Autosave<Content>({
      write: async (content) => this.#write(content),
      tell: (saving, problem) => {
        this.#patch({ saving, problem });
        if (saving === 'failed' || saving === 'conflict') void this.#keep();
        if (saving === 'saved') void this.#forget();
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SessionView => this.#view;

  get unsaved(): boolean {
    return this.#autosave.unsaved;
  }

  /** Reads the definition and takes its lock if it is free; may be called again after it failed. */
  async open(): Promise<void> {
    if (this.#view.opening || this.#view.state !== null) return;
    this.#show({ state: null, problem: null, opening: true });
    try {
      await this.#read();
      this.#heart = setInterval(() => void this.#beat(false), HEARTBEAT);
      await this.#beat(false);
      await this.#takeUpKept();
    } catch (thrown) {
      this.#show({ state: null, problem: problemOf(thrown), opening: false });
    }
  }

  /** The person has changed it. */
  save(content: Content): void {
    if (readOnlyOf(this.#view.state) !== null) return;
    this.#patch({ content });
    this.#autosave.put(content);
  }

  /** Writes now what waits; true when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    return this.#autosave.flush();
  }

  /** Takes the lock from whoever holds it; they are told by their next sign of life. */
  async takeOver(): Promise<void> {
    await this.#beat(true);
  }

  /** Shows one of the two contents of a conflict; choosing is another step. */
  look(which: 'mine' | 'theirs'): void {
    const looking = which === 'theirs';
    const { state } = this.#view;
    if (state === null || state.conflict === null || state.looking === looking) return;
    this.#patch({ looking, reload: state.reload + 1 });
  }

  /** Ends a conflict with one of the two contents. */
  solve(which: 'mine' | 'theirs'): void {
    const { conflict } = this.#view.state ?? {};
    if (conflict == null) return;
    this.look('mine');
    this.#patch({ conflict: null });
    this.#ground = this.#met ?? this.#ground;
    if (which === 'theirs') this.#replace(conflict.theirs);
    this.#autosave.release({ drop: which === 'theirs' });
  }

  /** Puts the definition back to what is published. */
  async restore(): Promise<void> {
    const { state } = this.#view;
    if (state === null || readOnlyOf(state) !== null || !(await this.flush())) return;
    await this.#server.restore(state.draft.id, this.at, this.#ground?.revision ?? 0);
    await this.#read();
  }

  /** Nobody shows it any more: saves what waits, then gives the lock back. True when nothing is left to do. */
  async close(): Promise<boolean> {
    if (!(await this.flush())) return false;
    clearInterval(this.#heart);
    const { state } = this.#view;
    this.#show({ state: null, problem: null, opening: false });
    if (state?.lock?.mine === true) await this.#giveBack(state.draft.id);
    return true;
  }

  /** Somebody else signed in: nothing more is written; what waits stays on the device for whoever wrote it. */
  async abandon(): Promise<void> {
    clearInterval(this.#heart);
    if (this.unsaved) await this.#keep();
    this.#autosave.end();
  }

  async #keep(): Promise<void> {
    const { state } = this.#view;
    if (state === null || this.#ground === null) return;
    this.#hasKept = true;
    await this.#keeper.keep(this.at, { content: state.content, ground: this.#ground });
  }

  async #forget(): Promise<void> {
    if (!this.#hasKept) return;
    this.#hasKept = false;
    await this.#keeper.drop(this.at);
  }

  /** Goes on with what could not be saved when this definition was open last; a change made since is a conflict. */
  async #takeUpKept(): Promise<void> {
    const { state } = this.#view;
    const kept = await this.#keeper.find(this.at);
    if (kept === null || state === null || readOnlyOf(state) !== null || this.unsaved) return;
    this.#hasKept = true;
    if (sameContent(kept.content, state.content)) {
      await this.#forget();
      return;
    }
    this.#ground = kept.ground;
    this.#replace(kept.content);
    this.#autosave.put(kept.content);
  }

  async #giveBack(draft: string): Promise<void> {
    try {
      await this.#server.unlock(draft, this.at);
    } catch (thrown) {
      // The lock ends by itself; only a fault of our own program is worth more than that.
      if (problemOf(thrown).code === 'page-fault') throw thrown;
    }
  }

  /** Reads draft and definition afresh; content that was changed by somebody else replaces ours unless ours is unsaved. */
  async #read(): Promise<ServedDefinition> {
    const { draft, mayEdit } = await this.#draft();
    const definition = await this.#server.read(draft.id, this.at);
    const { state } = this.#view;
    if (state === null) {
      this.#ground = definition;
      this.#show({ state: openedState(draft, definition, mayEdit), problem: null, opening: false });
      return definition;
    }
    this.#patch({ draft, definition, mayEdit, lock: definition.lock });
    if (!this.unsaved) {
      this.#ground = definition;
      if (!sameContent(definition.content, state.content)) this.#replace(definition.content);
    }
    return definition;
  }

  async #draft(): Promise<{ readonly draft: Draft; readonly mayEdit: boolean }> {
    try {
      return { draft: await this.#server.begin(this.at.area), mayEdit: true };
    } catch (thrown) {
      if (problemOf(thrown).status !== 403) throw thrown;
      const draft = await this.#server.find(this.at.area);
      if (draft === null) throw thrown;
      return { draft, mayEdit: false };
    }
  }

  async #beat(takeOver: boolean): Promise<void> {
    const { state } = this.#view;
    if (state === null || !state.mayEdit) return;
    try {
      if (state.draft.state === 'submitted') await this.#read();
      else await this.#renewLock(state.draft.id, takeOver);
      // What was refused may be saved now: the draft was given back, or the person signed in again.
      const { saving } = this.#view.state ?? {};
      if (saving === 'failed' && readOnlyOf(this.#view.state) !== 'submitted') await this.flush();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (mayPass(problem)) this.#patch({ connected: false });
      else if (changedMeanwhile(problem)) await this.#comeAfter(state.draft.id);
      else this.#patch({ problem });
    }
  }

  async #renewLock(draft: string, takeOver: boolean): Promise<void> {
    const { lock, revision } = await this.#server.lock(draft, this.at, takeOver);
    this.#patch({ lock, connected: true });
    if (revision !== this.#ground?.revision && !this.unsaved) await this.#read();
  }

  /** The draft is another one now, or not as it was: reads it, and is at the definition there, too. */
  async #comeAfter(before: string): Promise<void> {
    try {
      await this.#read();
      const { draft } = this.#view.state ?? {};
      if (draft !== undefined && draft.id !== before && draft.state === 'open') await this.#renewLock(draft.id, false);
    } catch (thrown) {
      this.#patch({ problem: problemOf(thrown) });
    }
  }

  async #write(content: Content): Promise<'saved' | 'held'> {
    try {
      await this.#writeOnce(content);
      return 'saved';
    } catch (thrown) {
      if (!changedMeanwhile(problemOf(thrown))) throw thrown;
      return this.#meet(content, thrown);
    }
  }

  async #writeOnce(content: Content): Promise<void> {
    const { state } = this.#view;
    if (state === null || this.#ground === null) return;
    const { revision, draft } = await this.#server.write(state.draft.id, this.at, this.#ground.revision, content);
    this.#ground = { revision, content };
    const { changedAt, changedBy } = draft;
    // What an area has written is its own from then on.
    const definition = { ...state.definition, origin: 'own' as const, revision, changedAt, changedBy };
    this.#patch({ draft, definition, connected: true });
  }

  /**
   * The server has something else than we thought. Our own write whose answer was lost looks like this too, and so does
   * a draft that was published meanwhile; only other words than ours are a conflict.
   */
  async #meet(content: Content, thrown: unknown): Promise<'saved' | 'held'> {
    const before = { ground: this.#ground, draft: this.#view.state?.draft.id };
    const met = await this.#read();
    const { draft } = this.#view.state ?? {};
    if (draft?.state === 'submitted') throw thrown;
    if (sameContent(met.content, content)) {
      this.#ground = met;
      return 'saved';
    }
    if (before.ground !== null && sameContent(met.content, before.ground.content)) {
      if (met.revision === before.ground.revision && draft?.id === before.draft) throw thrown;
      this.#ground = met;
      await this.#writeOnce(content);
      return 'saved';
    }
    this.#met = met;
    const who = met.changedBy ?? draft?.changedBy;
    const at = met.changedAt ?? draft?.changedAt ?? '';
    this.#patch({ conflict: { who: who?.name ?? '', at, theirs: met.content } });
    return 'held';
  }

  #replace(content: Content): void {
    this.#patch({ content, reload: (this.#view.state?.reload ?? 0) + 1 });
  }

  #patch(changes: Partial<SessionState>): void {
    const { state } = this.#view;
    if (state !== null) this.#show({ ...this.#view, state: { ...state, ...changes } });
  }

  #show(view: SessionView): void {
    this.#view = view;
    for (const tell of this.#listeners) tell();
  }
}

/** Why a definition may only be looked at; null when it may be edited. */
export function readOnlyOf(state: SessionState | null): null | 'locked' | 'submitted' | 'not-permitted' {
  if (state === null || !state.mayEdit) return 'not-permitted';
  if (state.draft.state === 'submitted') return 'submitted';
  return state.looking || (state.lock !== null && !state.lock.mine) ? 'locked' : null;
}

/** Refusals that mean: it is not as you think it is. */
function changedMeanwhile({ status }: ProblemRecord): boolean {
  return status === 404 || status === 409 || status === 410;
}

function openedState(draft: Draft, definition: ServedDefinition, mayEdit: boolean): SessionState {
  return {
    draft,
    definition,
    content: definition.content,
    saving: 'saved',
    problem: null,
    lock: definition.lock,
    mayEdit,
    conflict: null,
    looking: false,
    connected: true,
    reload: 0,
  };
}
