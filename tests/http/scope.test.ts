import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../server/http/contract/operations.ts';
import { xiguan } from '../application/street.ts';
import { type Answer, openTestApp, type TestApp } from './open-test-app.ts';
import { canaries, fillNeighbour, type Neighbour } from './scope-neighbour.ts';
import { sampleOf } from './sample-schema.ts';

// Generated from the OpenAPI document: a person of one grid asks every operation for what belongs to another grid. An
// operation with a parameter that this file does not know fails, so that a new one cannot be forgotten.

interface Documented {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params: readonly string[];
  readonly query: readonly string[];
  readonly body: object | null;
}

/** Operations that end the asker's own session or begin another; they speak of nobody's data. */
const ofOneself = new Set([
  'signOut',
  'changePassword',
  'signIn',
  'signInAsDemoPerson',
  'createFirstAdministrator',
  'addPhoto',
]);

let door: TestApp;
let neighbour: Neighbour;
let documented: readonly Documented[];

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  neighbour = await fillNeighbour(door);
  documented = readDocument((await door.ask(null, 'GET', '/api/openapi.json')).body);
});

afterAll(() => door.close());

function readDocument(document: {
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
}): readonly Documented[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, parameters = [], requestBody }]) => ({
      id,
      method: method.toUpperCase(),
      path,
      params: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
      query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
      body: requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

interface OpenApiOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

/** What belongs to somebody; a ledger, a series or a case type is everybody's. */
const owned = new Set([
  'case',
  'userTask',
  'entry',
  'photo',
  'person',
  'assignment',
  'meeting',
  'area',
  'draft',
  'release',
  'examination',
  'delivery',
  'instance',
  'bulk',
]);

function addressOf({ path, params }: Documented): string {
  return params.reduce((address, name) => {
    const value = neighbour.params[name];
    if (value === undefined)
      throw new Error(`this test does not know the parameter ${name}: tell it what of grid B to ask for`);
    return address.replace(`{${name}}`, value);
  }, path);
}

function bodyOf({ body, id }: Documented): object | undefined {
  if (body === null) return undefined;
  const data = id.includes('Entry')
    ? { address: '别处的地址 1 号', contactName: '别人' }
    : { category: 'dispute-neighbour', description: '试一试别人的网格', place: '别处' };
  const known = {
    area: neighbour.area,
    data,
    caseType: 'event',
    post: 'security-volunteer',
    account: 'intruder',
    revision: 1,
    content: { json: { id: 'canary', title: '别人改的', text: '' } },
  };
  return sampleOf(body, known) as object;
}

const form = [
  '--form',
  'content-disposition: form-data; name="file"; filename="file.xlsx"',
  'content-type: application/octet-stream',
  '',
  'no file that anybody could read',
  '--form--',
  '',
].join('\r\n');

/** Asks with what the operation takes: a file comes as a form, and nobody else's door may be asked to read it. */
function ask(operation: Documented, account: string | null, query = ''): Promise<Answer> {
  const address = `${addressOf(operation)}${query}`;
  const method = operation.method as 'GET';
  const isForm = operations.some(({ id, transport }) => id === operation.id && transport === 'multipart');
  if (!isForm) return door.ask(account, method, address, bodyOf(operation));
  return door.ask(account, method, address, Buffer.from(form), {
    'content-type': 'multipart/form-data; boundary=form',
  });
}

/** What an operation cannot be asked without: the area is grid B's. */
function requiredQuery({ query }: Documented): string {
  const values = { area: neighbour.area, seen: '0'.repeat(64) };
  return new URLSearchParams(Object.entries(values).filter(([name]) => query.includes(name))).toString();
}

function leaked(answer: Answer): readonly string[] {
  return canaries.filter((canary) => answer.text.includes(canary));
}

/** Every operation with every filter it takes, asked for grid B. */
function everyQuestion(): readonly (readonly [Documented, string])[] {
  const values: Readonly<Record<string, string>> = {
    area: neighbour.area,
    q: '金丝雀',
    view: 'all',
    limit: '200',
    post: 'grid-manager',
    category: 'dispute-neighbour',
    size: 'full',
  };
  return documented
    .filter(({ id }) => !ofOneself.has(id))
    .flatMap((operation) => [
      [operation, ''] as const,
      ...operation.query.flatMap((name) =>
        values[name] === undefined ? [] : [[operation, `?${name}=${encodeURIComponent(values[name])}`] as const],
      ),
    ]);
}

describe('the door', () => {
  it('is asked about every operation of the contract', () => {
    expect(documented.map(({ id }) => id).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
    expect(everyQuestion().length).toBeGreaterThan(operations.length);
  });

  it('answers the people of grid B themselves', async () => {
    const [holder] = await door.street.rows<{ account: string }>(
      'select account from person where id = $1',
      neighbour.params['person'],
    );
    const answers = await Promise.all(
      ['readCase', 'readEntry'].map((id) =>
        ask(documented.find((operation) => operation.id === id) as Documented, holder?.account ?? ''),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.flatMap(leaked)).toContain('金丝雀描述');
    const draft = documented.find(({ id }) => id === 'readDraftDefinition') as Documented;
    expect(leaked(await ask(draft, xiguan.administrator))).toEqual(['金丝雀通知']);
  });
});

describe.each<[string, string, readonly string[]]>([
  ['a worker of grid A', xiguan.worker, []],
  ['the head of grid A', xiguan.gridHead, []],
  // The street's meeting is theirs too: officers of all communities take part.
  ['the officer of another community', xiguan.officer, ['meeting']],
])('%s', (_, account, theirs) => {
  it('is told nothing that belongs to grid B, by any operation and any filter', async () => {
    const leaks: string[] = [];
    for (const [operation, query] of everyQuestion()) {
      const answer = await ask(operation, account, query);
      if (leaked(answer).length > 0 || answer.status >= 500)
        leaks.push(`${operation.id}${query}: ${answer.status} ${leaked(answer).join(' ')}`);
    }
    expect(leaks).toEqual([]);
  });

  it('is refused what is named by its id, as if it were not there', async () => {
    const admitted: string[] = [];
    for (const operation of documented.filter(
      ({ id, params }) => !ofOneself.has(id) && params.some((name) => owned.has(name) && !theirs.includes(name)),
    )) {
      const { status, body } = await ask(operation, account);
      if (status !== 403 && status !== 404) admitted.push(`${operation.id}: ${status} ${body?.code}`);
    }
    expect(admitted).toEqual([]);
  });

  it('is refused what is asked for by the code of grid B', async () => {
    const admitted: string[] = [];
    // Systems show a token and have no area of their own: a session counts for nothing there.
    const forSystems = new Set(operations.filter(({ access }) => access === 'worker').map(({ id }) => id));
    for (const operation of documented.filter(
      ({ id, query, body }) =>
        !forSystems.has(id) && (query.includes('area') || JSON.stringify(body ?? '').includes('"area"')),
    )) {
      const { status, body } = await ask(
        operation,
        account,
        operation.query.includes('area') ? `?${requiredQuery(operation)}` : '',
      );
      if (status !== 403 && status !== 404) admitted.push(`${operation.id}: ${status} ${body?.code}`);
    }
    expect(admitted).toEqual([]);
  });

  it('has changed nothing of grid B by asking', async () => {
    const before = await neighbour.fingerprint();
    for (const operation of documented.filter(({ id, method }) => method !== 'GET' && !ofOneself.has(id)))
      await ask(operation, account);
    await door.street.settle();
    expect(await neighbour.fingerprint()).toBe(before);
  });
});

describe('nobody', () => {
  it('is told anything but what is meant for everybody', async () => {
    const open = operations.filter(({ access }) => access === 'anybody').map(({ id }) => id);
    const admitted: string[] = [];
    for (const operation of documented.filter(({ id }) => !open.includes(id))) {
      const { status } = await ask(operation, null, `?${requiredQuery(operation)}`);
      if (status !== 401) admitted.push(`${operation.id}: ${status}`);
    }
    expect(admitted).toEqual([]);
  });
});
