import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPhoto } from '../../../server/application/photos/add-photo.ts';
import { findPhoto } from '../../../server/application/photos/find-photo.ts';
import { readImageHeader } from '../../../server/application/photos/read-image-header.ts';
import { openStreet, type Street, xiguan } from '../street.ts';
import { fromPhone, halves, pngOfSize } from './pictures.ts';

let street: Street;

beforeAll(async () => {
  street = await openStreet();
});

afterAll(() => street.close());

async function add(upload: Buffer, account: string = xiguan.worker): ReturnType<typeof addPhoto> {
  return addPhoto(street.context, await street.actor(account), upload);
}

async function fileOf(
  id: string,
  account: string = xiguan.worker,
  size: 'full' | 'thumbnail' = 'full',
): Promise<string> {
  return findPhoto(street.context, await street.actor(account), id, size);
}

/** Red, green and blue of a pixel of a stored photo. */
async function pixel(path: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(readFileSync(path));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
}

describe('the header of a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('tells type and size of a %s', async (type) => {
    expect(readImageHeader(await halves(60, 30, type))).toEqual({ type, width: 60, height: 30 });
  });

  it.each([
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><html><body>hello there, a page of some length</body></html>'],
    ['a GIF', 'GIF89a................................................'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(readImageHeader(Buffer.from(text))).toBeNull();
  });

  it('ends with the file, whatever lengths are written in it', () => {
    expect(readImageHeader(Buffer.concat([Buffer.from('ffd8ffe0ffff', 'hex'), Buffer.alloc(100)]))).toBeNull();
  });
});

describe('a photo that is taken in', () => {
  it('stands upright, and says nothing of where it was taken', async () => {
    const { id, width, height } = await add(await fromPhone(6));
    const path = await fileOf(id);

    expect([width, height]).toEqual([40, 80]);
    expect((await pixel(path, 20, 5))[0]).toBeGreaterThan(200);
    expect(readFileSync(path).includes('34.5809')).toBe(false);
    expect(readFileSync(path).includes('Exif')).toBe(false);
  });

  it('is at most 2048 pixels long, and has a thumbnail', async () => {
    const { id, width, height } = await add(await halves(4000, 1000));
    const thumbnail = await loadImage(readFileSync(await fileOf(id, xiguan.worker, 'thumbnail')));
    expect([width, height, thumbnail.width, thumbnail.height]).toEqual([2048, 512, 320, 80]);
  });

  it('is stored once, whoever brings it', async () => {
    const picture = await halves(64, 48);
    const [one, other] = [await add(picture), await add(picture, xiguan.officer)];
    expect(other.id).toBe(one.id);
    expect(
      readdirSync(`${street.context.photosDir}/${one.id.slice(0, 2)}`).filter((name) => name.startsWith(one.id)),
    ).toHaveLength(2);
  });

  it('is a JPEG, whatever it came as', async () => {
    const { id } = await add(await halves(50, 50, 'webp'));
    expect(readImageHeader(readFileSync(await fileOf(id)))).toMatchObject({ type: 'jpeg' });
  });

  it.each([
    ['more pixels than fit', () => pngOfSize(50_000, 50_000), 'photo-too-large'],
    ['more bytes than fit', () => Buffer.alloc(12_000_001), 'photo-too-large'],
    ['a picture without a size', () => pngOfSize(0, 0), 'photo-unreadable'],
    [
      'no picture at all',
      () => Buffer.from('this is a text that claims to be a photo, and is none'),
      'photo-unreadable',
    ],
    ['a picture that breaks off', () => pngOfSize(100, 100), 'photo-unreadable'],
  ])('is refused: %s', async (_, upload, code) => {
    const before = await street.rows('select from photo');
    await expect(add(upload())).rejects.toMatchObject({ code });
    expect(await street.rows('select from photo')).toHaveLength(before.length);
  });

  it('leaves no unfinished file behind', async () => {
    await add(await halves(33, 33));
    const names = readdirSync(street.context.photosDir, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a stored photo', () => {
  it('is seen by whoever brought it, and by nobody else', async () => {
    const { id } = await add(await halves(70, 30));
    expect(existsSync(await fileOf(id))).toBe(true);
    await expect(fileOf(id, xiguan.leader)).rejects.toMatchObject({ code: 'photo-unknown' });
  });

  it('is seen by those who may see the entry it belongs to', async () => {
    const { id } = await add(await halves(72, 30));
    const { context } = street;
    await context.database.transaction(async (tx) => {
      const entry = '018f0000-0000-7000-8000-000000000001';
      await tx.query(
        `insert into ledger_entry (tenant_id, id, ledger, area, revision, data, key_hash, search, changed_at) values ($1, $2, 'household', $3, 1, '{}', 'k', '', $4)`,
        [context.tenant, entry, xiguan.grid01, tx.now],
      );
      await tx.query(
        `insert into photo_use (tenant_id, hash, subject_kind, subject_id, at) values ($1, $2, 'ledger-entry', $3, $4)`,
        [context.tenant, id, entry, tx.now],
      );
    });

    expect(existsSync(await fileOf(id, xiguan.officer))).toBe(true);
    const elsewhere = await street.rows<{ account: string }>(
      `select p.account from person p join post_assignment a on a.person_id = p.id where a.area = '620502005002001' and p.id not in (select person_id from post_assignment where area not like '620502005002%') limit 1`,
    );
    await expect(fileOf(id, elsewhere[0]?.account)).rejects.toMatchObject({ code: 'photo-unknown' });
  });
});
