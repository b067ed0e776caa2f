import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conformanceFolder, runConformance } from './conformance.ts';

const isThere = existsSync(conformanceFolder);

describe(`foreign BPMN suites${isThere ? '' : ' (they are not beside the project: left out)'}`, () => {
  it.runIf(isThere)('pass, but for what contradicts the standard', async () => {
    const results = await runConformance();

    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(results.flatMap(({ excluded }) => excluded).length).toBeLessThanOrEqual(2);
    expect(results.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(80);
  });
});
