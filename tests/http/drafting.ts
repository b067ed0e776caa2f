import { examineNext } from '../../server/application/drafts/examine-next.ts';
import { insertPerson } from '../../server/application/people/insert-person.ts';
import type { Json, JsonObject } from '../../server/kernel/json.ts';
import type { Answer, TestApp } from './open-test-app.ts';

/** A definition as the API answers it; tests look into it as they need. */
export interface Answered {
  readonly revision: number;
  readonly origin: string;
  readonly state: string;
  readonly content: { readonly json: JsonObject; readonly xml: string };
  readonly assumed: readonly { readonly place: string }[];
  readonly sources: readonly { readonly place: string; readonly document: string; readonly passage: string }[];
  readonly lock: { readonly mine: boolean } | null;
}

/** Somebody who drafts and publishes for one area through the door. */
export interface Drafter {
  readonly area: string;
  /** Id of the open draft, begun when there is none. */
  draft(): Promise<string>;
  read(kind: string, id: string): Promise<Answered>;
  /** Writes a definition as a change of what is there; JSON, or XML when the change gives text. */
  change(kind: string, id: string, change: (content: Answered['content']) => JsonObject | string): Promise<Answer>;
  put(kind: string, id: string, content: JsonObject | string, revision?: number): Promise<Answer>;
  problems(): Promise<readonly Problem[]>;
  /** Asks for an examination and does it. */
  examine(): Promise<{
    readonly state: string;
    readonly problems: readonly Problem[];
    readonly failures: readonly Json[];
  }>;
  publish(body?: { readonly note?: string; readonly effectiveFrom?: string }): Promise<Answer>;
  releases(): Promise<readonly { readonly id: string; readonly state: string; readonly mayTakeBack: boolean }[]>;
  takeBack(release: string): Promise<Answer>;
  ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => Promise<Answer>;
}

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly kind: string | null;
  readonly id: string | null;
  readonly place: string;
  readonly zh: string;
}

/** @param account somebody who administers the area */
export function drafter(door: TestApp, account: string, area: string): Drafter {
  const ask: Drafter['ask'] = (method, url, body) => door.ask(account, method, url, body);
  const draft = async (): Promise<string> => ok(await ask('POST', `/api/areas/${area}/draft`)).id;
  const address = async (kind: string, id: string): Promise<string> =>
    `/api/drafts/${await draft()}/definitions/${kind}/${id}`;
  const read: Drafter['read'] = async (kind, id) => ok(await ask('GET', await address(kind, id)));
  const put: Drafter['put'] = async (kind, id, content, revision = 0) =>
    ask('PUT', await address(kind, id), {
      revision,
      content: typeof content === 'string' ? { xml: content } : { json: content },
    });
  const releases: Drafter['releases'] = async () => ok(await ask('GET', `/api/areas/${area}/releases`)).releases;
  return {
    area,
    ask,
    draft,
    read,
    put,
    releases,
    async change(kind, id, change) {
      const { revision, content } = await read(kind, id);
      return put(kind, id, change(content), revision);
    },
    problems: async () => ok(await ask('GET', `/api/drafts/${await draft()}/problems`)).problems,
    async examine() {
      const url = `/api/drafts/${await draft()}/examinations`;
      ok(await ask('POST', url));
      await examineNext(door.street.context, new AbortController().signal);
      return ok(await ask('GET', `${url}/latest`)).examination;
    },
    publish: async (body = {}) => ask('POST', `/api/drafts/${await draft()}/publish`, { note: '改一改', ...body }),
    takeBack: (release) => ask('POST', `/api/releases/${release}/take-back`, { reason: '改错了' }),
  };
}

/** The body of an answer that has to be a good one. */
export function ok(answer: Answer): Answer['body'] {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

/** Publishes what a drafter has written, after its examination. */
export async function published(
  drafter: Drafter,
  body: { readonly effectiveFrom?: string } = {},
): Promise<Answer['body']> {
  const { state, problems, failures } = await drafter.examine();
  if (state !== 'passed') throw new Error(JSON.stringify([state, problems, failures]));
  return ok(await drafter.publish(body));
}

/** A person who administers an area, and nothing else. */
export async function administratorOf({ street }: TestApp, area: string, account: string): Promise<string> {
  const { context } = street;
  return context.database.transaction((tx) =>
    insertPerson(tx, context.tenant, {
      name: `管理员${account}`,
      account,
      managedIn: area,
      administers: area,
      passwordHash: null,
      mustChangePassword: false,
    }),
  );
}

/** Reports a case at a grid; answers the manifest that its instance is pinned to. */
export async function pinnedBy(door: TestApp, account: string, area: string): Promise<string> {
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起', place: '3 单元' };
  const { id } = ok(await door.ask(account, 'POST', '/api/cases', { caseType: 'event', area, form: { data } }));
  const [row] = await door.street.rows<{ hash: string }>(
    `select i.manifest_hash as hash from case_record c join process_instance i on i.id = c.instance_id where c.id = $1`,
    id,
  );
  return row?.hash ?? '';
}
