import { describe, expect, it } from 'vitest';
import { compareDefinitions } from '../../../server/packs/comparison/compare-definitions.ts';
import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import { packFile } from '../../../server/packs/drafting/pack-file.ts';
import { shippedPacks } from './compared.ts';

const path = 'calendars/china.json';

describe('what changed in a calendar', async () => {
  const packs = await shippedPacks();
  const edited = (from: string, to: string): readonly PackFolder[] =>
    packs.map((pack) => {
      const text = pack.files.get(path)?.text;
      if (text === undefined) return pack;
      if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
      return { ...pack, files: new Map(pack.files).set(path, packFile(path, text.replace(from, to))) };
    });
  const said = async (before: readonly PackFolder[], after: readonly PackFolder[]): Promise<readonly string[]> =>
    (await compareDefinitions({ packs: before }, { packs: after })).flatMap(({ sentences }) =>
      sentences.map(({ zh }) => zh),
    );
  const short =
    '"hours": { "2026-10-10": "4", "2026-09-30": [["08:30", "12:00"]] }, "makeUpDays": {\n        "2026-01-04"';

  it('is said of hours of single days, when they come and when they go', async () => {
    const after = edited('"makeUpDays": {\n        "2026-01-04"', short);
    expect(await said(packs, after)).toEqual([
      '工作日历「中国工作日历」：2026-09-30 的上班时间由和平常一样改为 08:30–12:00',
      '工作日历「中国工作日历」：2026-10-10 的上班时间由和平常一样改为按周四的时间',
    ]);
    expect(await said(after, packs)).toHaveLength(2);
  });

  it('is said of a make-up day that is added', async () => {
    expect(
      await said(packs, edited('"2026-10-10": "国庆节调休"', '"2026-10-10": "国庆节调休", "2026-10-11": "加班"')),
    ).toEqual([expect.stringContaining('2026-10-11 改为调休上班')]);
  });
});
