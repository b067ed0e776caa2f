import { DefinitionSession } from './definition-session.ts';
import type { DefinitionAddress, DraftServer } from './draft-server.ts';

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
  readonly #held = new Map<string, Held>();

  constructor(server: DraftServer) {
    this.#server = server;
  }

  /** The session of a definition, opened if it is not; to be given back with `leave`. */
  enter(at: DefinitionAddress): DefinitionSession {
    const key = keyOf(at);
    const held = this.#held.get(key) ?? { session: new DefinitionSession(this.#server, at), holders: 0 };
    this.#held.set(key, held);
    held.holders += 1;
    void held.session.open();
    return held.session;
  }

  /** The editor is gone. */
  async leave(session: DefinitionSession): Promise<void> {
    const held = this.#held.get(keyOf(session.at));
    if (held === undefined) return;
    held.holders -= 1;
    await session.flush();
    // Somebody may have come back while it was being saved.
    if (held.holders > 0 || session.unsaved) return;
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
