import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../server/application/forms/compile-validator.ts';
import type { EffectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { SubmissionValidator } from '../../server/kernel/forms/schema-problem.ts';
import { checkScenario } from '../../server/kernel/world/check-scenario.ts';
import { runScenario } from '../../server/kernel/world/run-scenario.ts';
import { compilePack, packsIn } from '../../server/packs/compile-pack.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

const packs = readdirSync(definitionsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['schema', 'post-templates'].includes(entry.name))
  .map((entry) => entry.name);

const scenarios = packs.flatMap((pack) => {
  const folder = join(definitionsFolder, pack, 'tests');
  const files = readdirSync(join(definitionsFolder, pack)).includes('tests') ? readdirSync(folder) : [];
  return files.map((file) => [pack, `tests/${file}`] as const);
});

function validatorFor(effective: EffectiveForm): SubmissionValidator {
  const compiled = compileValidator(effective.schema);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.validate;
}

describe('every pack that is shipped', () => {
  it('is seen: there are at least the base pack and one street', () => {
    expect(packs).toEqual(expect.arrayContaining(['base', 'tianshui-xiguan']));
    expect(scenarios.length).toBeGreaterThanOrEqual(8);
  });

  it.each(packs)('has neither a fault nor a warning: %s', async (pack) => {
    const { faults, release } = await compilePack(pack, packsIn(definitionsFolder));

    expect(faults).toEqual([]);
    expect(release).not.toBeNull();
  });
});

describe('every scenario that is shipped', () => {
  it.each(scenarios)('comes true: %s %s', async (pack, file) => {
    const { definitions, release } = await compilePack(pack, packsIn(definitionsFolder));
    const scenario = definitions?.scenarios.find((candidate) => candidate.file === file)?.value;
    if (!scenario || !definitions || !release) throw new Error(`${file} was not read`);
    const demoPeople = definitions.people.flatMap((people) => people.value.people);
    const { plan } = checkScenario(scenario, { release, demoPeople });

    expect(plan && runScenario(plan, release, validatorFor).failures).toEqual([]);
  });
});
