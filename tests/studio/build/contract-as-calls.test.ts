import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contractAsCalls } from '../../../studio/build/contract-as-calls.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the browser gets for a module. */
async function inBrowser(path: string): Promise<string | null> {
  const { load } = contractAsCalls(root);
  if (typeof load !== 'function') throw new Error('the plugin loads nothing');
  return (await load.call({ addWatchFile: () => undefined } as never, `${root}${path}`)) as string | null;
}

describe('the contract in a bundle', () => {
  it('says how to make each call', async () => {
    expect(await inBrowser('server/http/contract/cases.ts')).toContain(
      'export const reportCase = {"id":"reportCase","method":"POST","path":"/api/cases","access":"signed-in","idempotent":true};',
    );
  });

  it('brings no schema along', async () => {
    expect(await inBrowser('server/http/contract/cases.ts')).not.toMatch(/properties|typebox/);
  });

  it('leaves other modules alone', async () => {
    expect(await inBrowser('server/kernel/json.ts')).toBeNull();
  });
});
