import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelLimits } from '../../../server/kernel/bpmn/compile/read-bpmn-xml.ts';
import { stepBudget } from '../../../server/kernel/bpmn/step.ts';
import { DEFAULT_LIMITS } from '../../../server/kernel/feel/evaluation/run.ts';
import { MAX_NESTING, MAX_SOURCE_LENGTH } from '../../../server/kernel/feel/syntax/syntax-faults.ts';
import { ending, names, ofSignal, starting } from './event-definitions.ts';
import { faultsOf, fileOf, flowsOf, ran } from './run-model.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../server/kernel/bpmn/README.md'), 'utf8');
const limits = new Map(
  [...readme.matchAll(/^\| ([^|]+) \| ([\d,]+) \| ([^|]+) \|$/gm)].map(([, what = '', most = '', beyond = '']) => [
    what,
    { most: Number(most.replaceAll(',', '')), code: /`([a-z]+(?:-[a-z]+)+)`/.exec(beyond)?.[1] ?? null },
  ]),
);

const task = (inside: string, attributes = '', tag = 'task'): string =>
  `<process id="p"><startEvent id="s"/><${tag} id="t" ${attributes}>${inside}</${tag}>${flowsOf('s -> t')}</process>`;
const script = (expression: string): string =>
  task(
    `<extensionElements><zeebe:script expression="=${expression}" resultVariable="r"/></extensionElements>`,
    '',
    'scriptTask',
  );
const job = (retries: number): string =>
  task(
    `<extensionElements><zeebe:taskDefinition type="work" retries="${retries}"/></extensionElements>`,
    '',
    'serviceTask',
  );
const loop = (times: number): string =>
  task(
    `<multiInstanceLoopCharacteristics><loopCardinality>${times}</loopCardinality></multiInstanceLoopCharacteristics>`,
  );
/** So many elements of a file: the definitions, the process, and what is in it. */
const elements = (count: number): string => `<process id="p">${'<task/>'.repeat(count - 2)}</process>`;
const nested = (depth: number): string =>
  `<process id="p">${'<a>'.repeat(depth - 2)}${'</a>'.repeat(depth - 2)}</process>`;
const timer = (year: number): string =>
  task(
    `<timerEventDefinition><timeDate>=string(${year}) + "-01-01T00:00:00Z"</timeDate></timerEventDefinition>`,
    '',
    'intermediateCatchEvent',
  );

/** For each limit of the readme a model that keeps it and one that goes one beyond; those of a step are in other tests. */
const models: { readonly [what: string]: (size: number) => string } = {
  'characters of a file': (size) => ' '.repeat(size - fileOf('').length),
  'elements of a file': elements,
  "nesting of a file's elements": nested,
  'characters of an expression': (size) => script(`&quot;${'a'.repeat(size - 2)}&quot;`),
  'start and completion quantity': (size) => task('', `completionQuantity="${size}"`),
  'retries of a job': job,
};

const codesOf = async (definitions: string): Promise<readonly (string | undefined)[]> =>
  (await faultsOf(definitions, true)).map((fault) => fault.split('@')[0]);

describe('the limits in the readme of the kernel', () => {
  it('are those that hold', () => {
    expect(Object.fromEntries([...limits].map(([what, { most }]) => [what, most]))).toEqual({
      'characters of a file': modelLimits.characters,
      'elements of a file': modelLimits.elements,
      "nesting of a file's elements": modelLimits.depth,
      'characters of an expression': MAX_SOURCE_LENGTH,
      'nesting of an expression': MAX_NESTING,
      'steps of an evaluation': DEFAULT_LIMITS.steps,
      'items of a list that is worked out': DEFAULT_LIMITS.listItems,
      'characters of a text that is worked out': DEFAULT_LIMITS.textLength,
      'iterations of a multi-instance activity': 10_000,
      'start and completion quantity': 1000,
      'retries of a job': 20,
      'elements entered or left in a step': stepBudget,
      'steps in a row of an endless loop, in `gridloom run`': 5,
      'commands and messages that follow from one, in `gridloom run`': 25_000,
      'years of a timer': 9999,
    });
  });

  it.each(Object.keys(models))('refuse what goes beyond, and that alone: %s', async (what) => {
    const { most, code } = limits.get(what) ?? { most: 0, code: 'unknown' };

    expect(await codesOf(models[what]?.(most) ?? '')).not.toContain(code);
    expect(await codesOf(models[what]?.(most + 1) ?? '')).toContain(code);
  });

  it('refuse an expression whose grammar nests deeper, and not one that people write', async () => {
    const { most, code } = limits.get('nesting of an expression') ?? { most: 0 };
    const brackets = (depth: number): string => script('['.repeat(depth) + '1' + ']'.repeat(depth));

    expect(await codesOf(brackets(most / 5))).toEqual([]);
    expect(await codesOf(brackets(most))).toEqual([code]);
  });

  it.each([
    ['iterations of a multi-instance activity', loop(10_001)],
    ['steps of an evaluation', script('some a in 1..5000 satisfies some b in 1..5000 satisfies a + b = 0')],
    ['items of a list that is worked out', script('count(for a in 1..10001 return a)')],
    [
      'characters of a text that is worked out',
      script('string length(string join(for a in 1..9000 return &quot;twelve chars&quot;))'),
    ],
    ['years of a timer', timer(10_000)],
    [
      'steps in a row of an endless loop, in `gridloom run`',
      `<process id="p"><exclusiveGateway id="a"/><task id="b"/>${flowsOf('a -> b -> a')}<startEvent id="s"/>${flowsOf('s -> a')}</process>`,
    ],
    [
      'commands and messages that follow from one, in `gridloom run`',
      `${names}<process id="p">${starting('s', ofSignal('g'))}${ending('e', ofSignal('g'))}${flowsOf('s -> e')}</process>`,
    ],
  ])('get an instance stuck, and nothing else: %s', async (what, definitions) => {
    const { outcome, faults } = await ran(definitions);

    expect({ outcome, codes: faults.map(({ code }) => code) }).toEqual({
      outcome: 'incident',
      codes: [limits.get(what)?.code],
    });
  });

  it('let iterations be that many', async () => {
    expect((await ran(loop(10_000))).outcome).toBe('completed');
  });
});
