import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { drafter, ok, pinnedBy, published, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let street: Drafter;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  street = drafter(door, xiguan.administrator, xiguan.street);
});

afterAll(() => door.close());

const longer = (content: { readonly json: object }) => ({ ...content.json, amount: 4 });

describe('a street that inherits everything', () => {
  it('sees what it runs on as inherited, and may edit it', async () => {
    const list = ok(await street.ask('GET', `/api/areas/${xiguan.street}/definitions`));
    expect(list).toMatchObject({ mayEdit: true, draft: null, pack: { id: 'tianshui-xiguan', own: false } });
    expect(list.definitions).toContainEqual(
      expect.objectContaining({ kind: 'limit', id: 'handle-grid', origin: 'inherited', state: 'same', lock: null }),
    );
    expect(new Set(list.definitions.map(({ kind }: { kind: string }) => kind)).size).toBe(15);
  });

  it('makes only what it changes its own, with its own account of it', async () => {
    ok(await street.change('limit', 'handle-grid', longer));
    const changed = await street.read('limit', 'handle-grid');
    expect(changed).toMatchObject({ origin: 'own', state: 'changed', revision: 1, content: { json: { amount: 4 } } });
    expect(changed.assumed.map(({ place }) => place)).toEqual(['/unit', '/yellow', '/extensions', '/pause']);
    expect(changed.sources).toEqual([
      {
        place: '/amount',
        document: '西关街道自定',
        passage: expect.stringMatching(/^2\d{3}年.*，街道管理员在配置中改定$/),
      },
    ]);
    expect(await street.read('limit', 'handle-street')).toMatchObject({ origin: 'inherited', state: 'same' });
    expect(await street.problems()).toEqual([]);
  });

  it('is told in sentences what it changes, and nothing else', async () => {
    const { changes } = ok(await street.ask('GET', `/api/drafts/${await street.draft()}/changes`));
    expect(changes).toEqual([
      {
        kind: 'limit',
        id: 'handle-grid',
        title: '网格处理',
        state: 'changed',
        sentences: [{ zh: '办理时限「网格处理」由 3 个工作日改为 4 个工作日', en: expect.any(String) }],
      },
    ]);
  });

  it('cannot publish before the examination, nor after a change since', async () => {
    expect((await street.publish()).body.code).toBe('draft-not-examined');
    expect((await street.examine()).state).toBe('passed');
    ok(await street.change('notice', 'case-informed', ({ json }) => ({ ...json, title: '抄送事件：{number}' })));
    expect((await street.publish()).body.code).toBe('draft-not-examined');
    expect((await street.examine()).problems.map(({ code }) => code)).toContain('translation-missing');
  });

  it('publishes: a new case runs on it, one that runs stays on what it began with', async () => {
    const before = await pinnedBy(door, xiguan.worker, xiguan.grid01);
    const { release, draft } = ok(await street.publish());
    expect(draft).toBeNull();
    expect(release).toMatchObject({ state: 'current', pack: { id: 'area-620502005', version: '1.0.0' } });
    const after = await pinnedBy(door, xiguan.worker, xiguan.grid01);
    expect(after).not.toBe(before);
    const [running] = await door.street.rows<{ hashes: number }>(
      `select count(distinct manifest_hash)::int as hashes from process_instance where status = 'running'`,
    );
    expect(running?.hashes).toBe(2);
  });

  it('stores of its own only what it changed, and the rest byte for byte as it was', async () => {
    const packs = await door.street.context.database.read(async (tx) => {
      const { releases } = door.street.context;
      return releases.packsOf(tx, (await releases.at(tx, xiguan.grid01)).hash);
    });
    const files = packs.map(({ id, files: map }) => [id, map.size] as const);
    expect(files.at(-1)).toEqual(['area-620502005', 3]);
    expect([...(packs.at(-1)?.files.keys() ?? [])]).toEqual(['pack.json', 'limits.json', 'notices/case-informed.json']);
  });
});

describe('a definition of a draft', () => {
  it('that is put back leaves no trace, whatever was written in between', async () => {
    ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 9 })));
    const { revision } = await street.read('limit', 'handle-grid');
    const url = `/api/drafts/${await street.draft()}/definitions/limit/handle-grid/restore`;
    ok(await street.ask('POST', url, { revision }));
    expect(await street.read('limit', 'handle-grid')).toMatchObject({
      state: 'same',
      content: { json: { amount: 4 } },
    });
    expect(await door.street.rows('select path from draft_file')).toEqual([]);
    expect((await street.publish()).body.code).toBe('draft-unchanged');
  });

  it('that is taken out is inherited again', async () => {
    const { revision } = await street.read('limit', 'handle-grid');
    const url = `/api/drafts/${await street.draft()}/definitions/limit`;
    ok(await street.ask('POST', `${url}/handle-grid/remove`, { revision }));
    expect(await street.read('limit', 'handle-grid')).toMatchObject({
      origin: 'inherited',
      content: { json: { amount: 3 } },
    });
    expect((await street.ask('POST', `${url}/handle-street/remove`, { revision: 0 })).body.code).toBe(
      'definition-inherited',
    );
    expect((await street.ask('POST', `${url}/nothing/remove`, { revision: 0 })).body.code).toBe('definition-unknown');
  });

  it('that was added and taken out can be added again', async () => {
    const note = { id: 'note-again', title: '再来', text: '再来一次。' };
    ok(await street.put('notice', 'note-again', note));
    const { revision } = await street.read('notice', 'note-again');
    const url = `/api/drafts/${await street.draft()}/definitions/notice/note-again`;
    ok(await street.ask('POST', `${url}/remove`, { revision }));
    ok(await street.put('notice', 'note-again', { ...note, title: '又来' }));

    expect((await street.read('notice', 'note-again')).content.json).toMatchObject({ title: '又来' });
    expect((await street.put('notice', 'note-again', note)).body.code).toBe('draft-conflict');
    ok(await street.ask('POST', `${url}/remove`, { revision: (await street.read('notice', 'note-again')).revision }));
  });

  it.each([
    ['a drawing where a limit belongs', 'limit', 'handle-grid', '<xml/>', 422, 'definition-content-wrong'],
    ['a limit where a drawing belongs', 'process', 'case-handling', { id: 'x' }, 422, 'definition-content-wrong'],
    ['a text that is no drawing', 'process', 'case-handling', 'hello', 422, 'definition-content-wrong'],
    ['another id than its address', 'limit', 'handle-grid', { id: 'other' }, 422, 'definition-content-wrong'],
    ['an id that leads elsewhere', 'form', '..up', { id: '..up' }, 422, 'definition-id-wrong'],
    ['a hidden file', 'notice', '.hidden', { id: '.hidden' }, 422, 'definition-id-wrong'],
    ['a kind there is not', 'people', 'people', { id: 'people' }, 400, 'request-invalid'],
    [
      'more than a definition may be',
      'notice',
      'big',
      { id: 'big', text: '长'.repeat(2_000_001) },
      413,
      'definition-too-large',
    ],
  ])('is refused at the door: %s', async (_, kind, id, content, status, code) => {
    const answer = await street.put(kind, id, content);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is refused when it is nested too deeply', async () => {
    const deep = `{"revision":0,"content":{"json":{"id":"deep","x":${'['.repeat(60)}${']'.repeat(60)}}}}`;
    const answer = await street.ask(
      'PUT',
      `/api/drafts/${await street.draft()}/definitions/notice/deep`,
      JSON.parse(deep),
    );
    expect(answer.body.code).toBe('definition-too-large');
  });

  it('keeps a drawing as it came in', async () => {
    const { content } = await street.read('process', 'action-item');
    const drawn = content.xml.replace('?>', '?><!-- 画的人留下的话 -->').replaceAll('\n', '\r\n');
    ok(await street.put('process', 'action-item', drawn));
    expect((await street.read('process', 'action-item')).content.xml).toBe(drawn);
  });
});

describe('what a street may not change', () => {
  it('is areas that are not its own', async () => {
    const { content, revision } = await street.read('areas', 'areas');
    const areas = content.json['areas'] as readonly { code: string; name: string }[];
    const renamed = areas.map((area) => (area.code === '620502' ? { ...area, name: '别的县区' } : area));
    const answer = await street.put('areas', 'areas', { ...content.json, areas: renamed }, revision);
    expect([answer.status, answer.body.code]).toEqual([422, 'areas-outside']);
    expect(answer.body.problems[0].path).toBe('/areas/620502');
    const own = areas.map((area) => (area.code === xiguan.grid02 ? { ...area, name: '改了名的网格' } : area));
    ok(await street.put('areas', 'areas', { ...content.json, areas: own }, revision));
  });

  it('is renamed for everybody when it is published', async () => {
    await published(street);
    const { areas } = ok(await street.ask('GET', '/api/areas'));
    expect(areas.find(({ code }: { code: string }) => code === xiguan.grid02).name).toBe('改了名的网格');
    const [row] = await door.street.rows<{ name: string }>('select name from area where code = $1', xiguan.grid02);
    expect(row?.name).toBe('改了名的网格');
  });
});

describe('a draft', () => {
  it('that is discarded is gone, and what is published stays', async () => {
    ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 8 })));
    const draft = await street.draft();
    ok(await street.ask('DELETE', `/api/drafts/${draft}`));
    expect((await street.ask('GET', `/api/drafts/${draft}/problems`)).body.code).toBe('draft-over');
    expect(await door.street.rows('select path from draft_file')).toEqual([]);
    expect((await street.read('limit', 'handle-grid')).content.json['amount']).toBe(3);
  });

  it('is there once, however many begin it at the same moment', async () => {
    ok(await street.ask('DELETE', `/api/drafts/${await street.draft()}`));
    const ids = await Promise.all(Array.from({ length: 6 }, () => street.draft()));
    expect(new Set(ids).size).toBe(1);
  });

  it('leaves an audit of who did what, without a name', async () => {
    const lines = await door.street.rows<{ action: string; person: string }>(
      `select distinct action, person_id as person from audit where action like 'draft-%' or action like 'release-%' order by action`,
    );
    const person = await door.street.personId(xiguan.administrator);
    expect(lines).toEqual(
      ['draft-begun', 'draft-discarded', 'release-published'].map((action) => ({ action, person })),
    );
  });
});
