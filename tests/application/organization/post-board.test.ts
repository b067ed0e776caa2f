import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../server/kernel/local-time.ts';
import { readHolders } from '../../../server/application/organization/read-holders.ts';
import { listAreas } from '../../../server/application/organization/list-areas.ts';
import {
  type BoardCell,
  type PostBoard,
  readPostBoard,
} from '../../../server/application/organization/read-post-board.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;

beforeAll(async () => {
  street = await openStreet();
});

afterAll(() => street.close());

async function board(account: string, area?: string): Promise<PostBoard> {
  return readPostBoard(street.context, await street.actor(account), area);
}

async function cell(area: string, post: string): Promise<BoardCell | undefined> {
  const { rows } = await board(xiguan.administrator);
  return rows.find((row) => row.area.code === area)?.cells.find((candidate) => candidate.post === post);
}

async function leave(post: string, area: string, on: string): Promise<void> {
  await street.context.database.transaction((tx) =>
    tx.query('update post_assignment set to_date = $3 where post = $1 and area = $2 and to_date is null', [
      post,
      area,
      on,
    ]),
  );
}

describe('the board of posts', () => {
  it('counts 6 communities, 41 grids and 7 required posts in each grid', async () => {
    const { totals } = await board(xiguan.administrator);
    expect(totals).toMatchObject({ communities: 6, grids: 41, positions: 287 });
  });

  it('counts as vacant what it shows as vacant', async () => {
    const { totals, rows } = await board(xiguan.administrator);
    const vacant = rows
      .filter(({ area }) => area.type === 'grid')
      .flatMap(({ cells }) => cells.filter(({ vacantSince }) => vacantSince !== null));
    expect(vacant).toHaveLength(totals.vacant);
    expect(
      vacant.every(({ holders, required }) => holders.filter(({ kind }) => kind === 'formal').length < required),
    ).toBe(true);
  });

  it('shows a community with its own grids only', async () => {
    const { totals, area, rows } = await board(xiguan.administrator, xiguan.community);
    expect(area).toEqual({ code: xiguan.community, name: '西关社区' });
    expect(totals).toMatchObject({ communities: 1, grids: 6, positions: 42 });
    expect(rows.every((row) => row.area.code.startsWith(xiguan.community))).toBe(true);
  });

  it('shows a worker the grids they work in', async () => {
    const { rows } = await board(xiguan.worker);
    expect(rows.map((row) => row.area.code)).toEqual([xiguan.grid01, xiguan.grid04]);
  });

  it('shows nobody an area that is not theirs', async () => {
    await expect(board(xiguan.worker, xiguan.grid02)).rejects.toMatchObject({ code: 'area-unknown' });
  });

  it('says since when a post is vacant, and who has its work', async () => {
    const today = localDate(await street.context.database.read(async (tx) => tx.now));
    await leave('grid-head', xiguan.grid02, today);
    expect(await cell(xiguan.grid02, 'grid-head')).toMatchObject({
      holders: [],
      required: 1,
      vacantSince: today,
      fallback: '西关社区 · 社区综治专干',
    });
  });

  it('counts a post that nobody ever held as vacant since its area is known', async () => {
    await street.context.database.transaction(async (tx) => {
      await tx.query(`delete from post_assignment where post = 'grid-head' and area = $1`, [xiguan.grid04]);
      await tx.query(`update area set since = '2026-03-01' where code = $1`, [xiguan.grid04]);
    });
    expect((await cell(xiguan.grid04, 'grid-head'))?.vacantSince).toBe('2026-03-01');
  });

  it('counts a post as vacant while its holder is suspended', async () => {
    const before = await cell(xiguan.grid01, 'mediator');
    await street.context.database.transaction((tx) =>
      tx.query('update person set active = false where account = $1', [xiguan.worker]),
    );
    const meanwhile = await cell(xiguan.grid01, 'mediator');
    await street.context.database.transaction((tx) =>
      tx.query('update person set active = true where account = $1', [xiguan.worker]),
    );

    expect(before?.vacantSince).toBeNull();
    expect(meanwhile).toMatchObject({ holders: [], vacantSince: expect.any(String) });
  });

  it('names each post with its numbers, and says which are assumed', async () => {
    const { posts } = await board(xiguan.administrator);
    expect(posts.find(({ id }) => id === 'grid-manager')).toMatchObject({
      title: '网格管理员',
      min: 1,
      max: 1,
      fallbackTitle: '网格长',
      assumed: true,
    });
  });
});

describe('the areas of somebody', () => {
  it('are theirs and what lies below, parents first', async () => {
    const codes = listAreas(await street.actor(xiguan.officer)).map(({ code }) => code);
    expect(codes[0]).toBe(xiguan.community);
    expect(codes).toContain(xiguan.grid04);
    expect(codes).not.toContain(xiguan.street);
  });
});

describe('the count of holders', () => {
  const asked = { below: true, posts: null };

  it('has as many positions, people and gaps as the board it spares', async () => {
    const { rows } = await board(xiguan.administrator);
    const cells = rows.flatMap((row) => row.cells).filter(({ post }) => post === 'patrol-worker');
    const people = new Set(cells.flatMap(({ holders }) => holders.map(({ person }) => person.id)));

    const actor = await street.actor(xiguan.administrator);
    const counted = await readHolders(street.context, actor, { ...asked, posts: ['patrol-worker'] });

    expect(counted).toMatchObject({
      positions: cells.length,
      unheld: cells.filter(({ holders }) => holders.length === 0).length,
      people: { count: people.size },
    });
    expect(counted.people.first).toHaveLength(Math.min(60, people.size));
  });

  it('tells whom a post is the only one of', async () => {
    const actor = await street.actor(xiguan.administrator);
    const all = await readHolders(street.context, actor, asked);
    const none = await readHolders(street.context, actor, { ...asked, posts: ['no-such-post'] });

    expect([all.only.count, none.only.count, none.positions]).toEqual([all.people.count, 0, 0]);
  });

  it('leaves out what lies below when that is not meant', async () => {
    const actor = await street.actor(xiguan.administrator);
    const wished = { area: xiguan.community, posts: null };

    const own = await readHolders(street.context, actor, { ...wished, below: false });
    const whole = await readHolders(street.context, actor, { ...wished, below: true });

    expect(own.positions).toBe(4);
    expect(whole.positions).toBeGreaterThan(42);
  });

  it('is refused where the person sees no posts', async () => {
    const worker = await street.actor(xiguan.worker);
    const elsewhere = readHolders(street.context, worker, { ...asked, area: xiguan.otherCommunity });
    await expect(elsewhere).rejects.toMatchObject({ code: expect.stringMatching(/area-unknown|not-permitted/) });
  });
});
