import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitCommand } from '../../server/commands/limit.ts';

afterEach(() => vi.restoreAllMocks());

/** Runs the command; answers its exit code with what it printed. */
async function run(...args: readonly string[]): Promise<readonly [number, string]> {
  const written: string[] = [];
  const keep = (text: unknown): boolean => written.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  return [await limitCommand.run(args), written.join('')];
}

describe('gridloom limit', () => {
  it('reckons a limit of a pack from a local time, inherited calendar and all', async () => {
    const [code, text] = await run('tianshui-xiguan', '网格处理', '--from', '2026-09-30 16:30', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject([
      {
        limit: 'handle-grid',
        yellowAt: '2026-10-10T00:30:00.000Z',
        dueAt: '2026-10-10T10:00:00.000Z',
        provisional: [],
      },
    ]);
  });

  it('reckons all of them, and says which years may still change', async () => {
    const [code, text] = await run('tianshui-xiguan', '--from', '2026-12-31 10:00');
    expect(code).toBe(0);
    expect(text).toContain('街道处理 (handle-street)');
    expect(text).toContain('2027 年的安排是暂定的');
  });

  it('refuses what is no pack, no limit and no time', async () => {
    expect((await run())[0]).toBe(1);
    expect((await run('tianshui-xiguan', 'nothing'))[0]).toBe(1);
    expect((await run('tianshui-xiguan', '--from', 'tomorrow'))[0]).toBe(1);
  });
});
