import { DefinitionSession } from './definition-session.ts';
import type { DefinitionAddress, DraftServer } from './draft-server.ts';
import type { ContentKeeper } from './kept-content.ts';

interface Held {
  readonly session: DefinitionSession;
  holders: number;
}

/**
 * The definitions that are open on this page. An editor that is left gives its session back; what is unsaved in it keeps
 * it alive until it is saved, and coming back to the editor finds it again instead of what the server still has.
 */
export class OpenSessions {
  readonly #server: DraftServer;
  readonly #keeper: ContentKeeper;
  readonly #held = new Map<string, Held>();

  constructor(server: DraftServer, keeper: ContentKeeper) {
    this.#server = server;
    this.#keeper = keeper;
  }

  /** The session of a definition: the one that is open, or a new one to be entered. */
  of(at: DefinitionAddress): DefinitionSession {
    return this.#held.get(keyOf(at))?.session ?? new DefinitionSession(this.#server, this.#keeper, at);
  }

  /** An editor shows a session; opens it when it is not. To be followed by `leave`. */
  enter(session: DefinitionSession): void {
    const key = keyOf(session.at);
    const held = this.#held.get(key) ?? { session, holders: 0 };
    this.#held.set(key, held);
    held.holders += 1;
    void held.session.open();
  }

  /** The editor is gone. */
  async leave(session: DefinitionSession): Promise<void> {
    const held = this.#held.get(keyOf(session.at));
    if (held === undefined) return;
    held.holders -= 1;
    await session.flush();
    if (!session.unsaved) {
      await this.#end(held);
      return;
    }
    const stop = session.subscribe(() => {
      if (session.unsaved) return;
      stop();
      void this.#end(held);
    });
  }

  /** Writes now what waits in any editor, before something reads the draft on the server. */
  async flush(): Promise<void> {
    await Promise.all([...this.#held.values()].map(async ({ session }) => session.flush()));
  }

  /** Somebody else signed in on this page: nothing is written in the name of the one before. */
  async abandon(): Promise<void> {
    const sessions = [...this.#held.values()].map(({ session }) => session);
    this.#held.clear();
    await Promise.all(sessions.map(async (session) => session.abandon()));
  }

  /** Lets a session go, unless somebody has come back to it meanwhile. */
  async #end({ session, holders }: Held): Promise<void> {
    if (holders > 0 || this.#held.get(keyOf(session.at))?.session !== session) return;
    this.#held.delete(keyOf(session.at));
    await session.close();
  }

  /** True while anything on this page is not on the server. */
  get unsaved(): boolean {
    return [...this.#held.values()].some(({ session }) => session.unsaved);
  }
}

function keyOf({ area, kind, id }: DefinitionAddress): string {
  return JSON.stringify([area, kind, id]);
}
