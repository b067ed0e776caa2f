import type { Content, Draft, ServedDefinition } from '../../../../studio/api/drafts/content.ts';
import type { DefinitionAddress, DraftServer } from '../../../../studio/api/drafts/draft-server.ts';
import type { ContentKeeper, Unsaved } from '../../../../studio/api/drafts/kept-content.ts';
import { noAnswer, ProblemError, type ProblemRecord } from '../../../../studio/api/problem-error.ts';

export const at: DefinitionAddress = { area: '620502001', kind: 'ladder', id: 'matters' };

const ids = { 李秀英: '00000000-0000-7000-8000-000000000001', 陈晓明: '00000000-0000-7000-8000-000000000002' } as const;
type Person = keyof typeof ids;

/** A ladder with a title, enough to tell one content from another. */
export function titled(title: string): Content {
  return { json: { id: 'matters', title } };
}

function refused(status: number, code: string): ProblemRecord {
  return { status, code, zh: code, en: code, places: [] };
}

/** How the network behaves towards one call: it is refused by nobody, lost on the way there, or on the way back. */
type Weather = 'lost before' | 'lost after';

/**
 * A server in memory with one draft of one definition, as the contract describes it: revisions, a soft lock, and a draft
 * that can be submitted or published away.
 */
export class DraftRoom {
  content: Content = titled('原来的');
  published: Content = titled('原来的');
  revision = 0;
  changedBy: Person = '李秀英';
  lock: Person | null = null;
  draft = { nth: 1, revision: 0, state: 'open' as Draft['state'] };
  /** Calls that reached it, by name. */
  readonly calls: string[] = [];
  /** The weather of the next calls, one each. */
  readonly weather: Weather[] = [];
  mayEdit = true;

  /** The server as one person reaches it. */
  for(me: Person): DraftServer {
    return {
      begin: async () => {
        if (!this.mayEdit) throw new ProblemError(refused(403, 'forbidden'));
        return this.#arrive('begin', () => this.#draftView());
      },
      find: async () => this.#arrive('find', () => this.#draftView()),
      read: async () => this.#arrive('read', () => this.#served(me)),
      write: async (draft, _at, revision, content) =>
        this.#arrive('write', () => {
          this.#mustBeOpen(draft);
          if (revision !== this.revision) throw new ProblemError(refused(409, 'draft-changed'));
          this.#change(me, content);
          return { revision: this.revision, draft: this.#draftView() };
        }),
      restore: async (draft) =>
        this.#arrive('restore', () => {
          this.#mustBeOpen(draft);
          this.#change(me, this.published);
          this.revision = 0;
          return this.#draftView();
        }),
      lock: async (draft, _at, takeOver) =>
        this.#arrive('lock', () => {
          this.#mustBeOpen(draft);
          if (this.lock === null || takeOver) this.lock = me;
          return { lock: this.#lockView(me, this.lock), revision: this.revision };
        }),
      unlock: async () =>
        this.#arrive('unlock', () => {
          if (this.lock === me) this.lock = null;
        }),
    };
  }

  /** Somebody saves the definition from another machine. */
  changeFrom(who: Person, content: Content): void {
    this.#change(who, content);
  }

  /** Somebody publishes the draft: another one will be begun from what is published now. */
  publish(): void {
    this.published = this.content;
    this.draft = { nth: this.draft.nth + 1, revision: 0, state: 'open' };
    this.revision = 0;
  }

  #change(who: Person, content: Content): void {
    this.content = content;
    this.revision += 1;
    this.draft.revision += 1;
    this.changedBy = who;
  }

  #mustBeOpen(draft: string): void {
    if (draft !== draftId(this.draft.nth)) throw new ProblemError(refused(404, 'draft-not-found'));
    if (this.draft.state === 'submitted') throw new ProblemError(refused(409, 'draft-submitted'));
  }

  async #arrive<Answer>(name: string, answer: () => Answer): Promise<Answer> {
    const weather = this.weather.shift();
    if (weather === 'lost before') throw new ProblemError(noAnswer());
    this.calls.push(name);
    const given = answer();
    if (weather === 'lost after') throw new ProblemError(noAnswer());
    return Promise.resolve(given);
  }

  #draftView(): Draft {
    return {
      id: draftId(this.draft.nth),
      area: { code: at.area, name: '西关街道' },
      revision: this.draft.revision,
      state: this.draft.state,
      changedAt: '2026-11-28T02:31:00.000Z',
      changedBy: { id: ids[this.changedBy], name: this.changedBy },
      submitted: null,
      givenBack: null,
    };
  }

  #served(me: Person): ServedDefinition {
    return {
      kind: 'ladder',
      id: at.id,
      title: '一般事项',
      origin: 'own',
      state: 'same',
      revision: this.revision,
      changedAt: '2026-11-28T02:31:00.000Z',
      changedBy: { id: ids[this.changedBy], name: this.changedBy },
      content: this.content,
      published: this.published,
      lock: this.lock === null ? null : this.#lockView(me, this.lock),
      assumed: [],
      sources: [],
    };
  }

  #lockView(me: Person, holder: Person) {
    return { person: { id: ids[holder], name: holder }, since: '2026-11-28T02:28:00.000Z', mine: holder === me };
  }
}

function draftId(nth: number): string {
  return `00000000-0000-7000-8000-0000000000d${nth}`;
}

/** A device that keeps what could not be saved. */
export class Device implements ContentKeeper {
  readonly kept = new Map<string, Unsaved>();

  readonly find = async ({ id }: DefinitionAddress): Promise<Unsaved | null> =>
    Promise.resolve(this.kept.get(id) ?? null);

  readonly keep = async ({ id }: DefinitionAddress, unsaved: Unsaved): Promise<void> => {
    this.kept.set(id, unsaved);
    return Promise.resolve();
  };

  readonly drop = async ({ id }: DefinitionAddress): Promise<void> => {
    this.kept.delete(id);
    return Promise.resolve();
  };
}
