import { describe, expect, test } from 'vitest';
import { compilePack } from '../../server/packs/compile-pack.ts';
import { packArgument } from '../../server/packs/pack-argument.ts';

const { id, find } = packArgument('tianshui-xiguan');

// A street administrator reads these on the 假定值 page: no pointer, no id, no file name.
describe('values no source prints are said in words', async () => {
  const { release } = await compilePack(id, find);
  const said = (path: string) => release?.assumed.find((value) => value.path === path);

  test('a number of people names the post', () => {
    expect(said('posts.json#/posts/mediator/max')).toMatchObject({
      definition: '岗位配置',
      what: '矛盾纠纷调解员 · 最多人数：2',
    });
  });

  test('a limit is said with its unit', () => {
    expect(said('limits.json#/limits/handle-community/amount')).toMatchObject({
      definition: '办理时限',
      what: '社区处理 · 数量：5 个工作日',
    });
  });

  test('a rule of a decision table is what it is described as', () => {
    expect(said('decisions/handling-level.dmn#hazard-fire')?.what).toBe(
      '消防隐患，由治安巡查员先处置，抄送网格长和社区民警',
    );
  });

  test('none shows an id or a file', () => {
    const bare = (release?.assumed ?? []).filter(
      ({ definition, what }) => /\.json|\.dmn|\.bpmn|\/|^$/.test(definition) || /^\/|[a-z]+-[a-z]+/.test(what),
    );
    expect(release?.assumed.length).toBeGreaterThan(100);
    expect(bare.map(({ path, what }) => `${path} ${what}`)).toEqual([]);
  });
});
