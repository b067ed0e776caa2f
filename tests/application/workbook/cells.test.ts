import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, wordsOf } from '../../../server/application/workbook/cell-text.ts';
import { workbookLimits } from '../../../server/application/workbook/cells.ts';
import { readWorkbookCells, writeWorkbookCells } from '../../../server/application/workbook/in-cells-thread.ts';
import { noDay, readDay } from '../../../server/application/workbook/read-day.ts';
import { unpackedSize } from '../../../server/application/workbook/unpacked-size.ts';
import { harmless } from '../../../server/application/workbook/write-cells.ts';
import { workbookFile } from './workbook-file.ts';

describe('a day', () => {
  it.each([
    ['a date of Excel', new Date(Date.UTC(2026, 2, 1)), '2026-03-01'],
    ['its number', 46082, '2026-03-01'],
    ['its number as text', '46082', '2026-03-01'],
    ['hyphens', '2026-03-01', '2026-03-01'],
    ['slashes, without zeros', '2026/3/1', '2026-03-01'],
    ['dots', '2026.3.1', '2026-03-01'],
    ['Chinese', '2026年3月1日', '2026-03-01'],
    ['Chinese with spaces and full-width digits', ' ２０２６ 年 3 月 1 日 ', '2026-03-01'],
    ['digits alone', '20260301', '2026-03-01'],
    ['a time behind it', '2026-03-01 08:30', '2026-03-01'],
    ['nothing', '　', null],
    ['a day that is in no calendar', '2026-02-30', noDay],
    ['an order that is open', '3/1/2026', noDay],
    ['words', '明天', noDay],
    ['a number that is no day', 3, noDay],
  ])('is read from %s', (_, cell, day) => {
    expect(readDay(cell)).toBe(day);
  });
});

describe('a text', () => {
  it('loses the spaces around it, of every width, and keeps its signs', () => {
    expect(wordsOf('　西关（东） 01 网格​ ')).toBe('西关（东） 01 网格');
  });

  it.each([
    [' ６２０５０２００５ ', '620502005'],
    ['ＷＡＮＧ　wu', 'WANGwu'],
    [620502005001001, '620502005001001'],
  ])('that is a code is read in ordinary signs: %s', (cell, text) => {
    expect(codeOf(cell)).toEqual({ text });
  });

  it.each([[6205020050010011], ['6.20502E+14']])('that lost digits is told, not guessed: %s', (cell) => {
    expect(codeOf(cell)).toEqual({ wrong: 'digits-lost' });
  });

  it('never is a formula in what is written, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), fc.stringMatching(/^[\w()]{0,12}$/), (sign, rest) => {
        const written = harmless(sign + rest);
        expect(written).not.toMatch(/^[=+\-@\t\r]/);
        expect(wordsOf(written)).toBe(sign + rest);
      }),
    );
  });
});

describe('a file', () => {
  it('comes back as it was written, codes with their zeros', async () => {
    const rows = [
      ['区域编码', '名称'],
      ['001', '=1+1'],
    ];
    const bytes = await writeWorkbookCells([{ sheet: '区域', widths: [10, 10], rows }]);
    expect(await readWorkbookCells(bytes)).toEqual([{ sheet: '区域', rows: [rows[0], ['001', "'=1+1"]] }]);
  });

  it.each([
    ['something else', Buffer.from('name,account\n')],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an archive with something else in it', archive(Buffer.from('x'))],
  ])('that is %s is refused', async (_, bytes) => {
    await expect(readWorkbookCells(bytes)).rejects.toMatchObject({ code: 'workbook-unreadable' });
  });

  it('that unpacks to more than it says is stopped at the limit', async () => {
    const bomb = archive(Buffer.alloc(workbookLimits.unpackedBytes + 1), 10);
    expect(bomb.length).toBeLessThan(workbookLimits.bytes);
    await expect(readWorkbookCells(bomb)).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it('is as large as all of its parts', async () => {
    const bytes = await workbookFile({ 区域: [['区域编码']] });
    const size = unpackedSize(bytes, workbookLimits);
    expect(size).toBeGreaterThan(bytes.length);
  });
});

/** A ZIP archive of one part; `stated` is the size that it claims to have. */
function archive(content: Buffer, stated = content.length): Buffer {
  const [packed, name] = [deflateRawSync(content), Buffer.from('a.xml')];
  const sizes = (bytes: Buffer, at: number): void => {
    bytes.writeUInt16LE(8, at);
    bytes.writeUInt32LE(packed.length, at + 10);
    bytes.writeUInt32LE(stated, at + 14);
    bytes.writeUInt16LE(name.length, at + 18);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  sizes(local, 8);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  sizes(directory, 10);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, directory, name, end]);
}
