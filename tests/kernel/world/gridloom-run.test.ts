import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const cli = join(import.meta.dirname, '../../../server/cli.ts');

interface Printed {
  readonly outcome: string;
  readonly trace: readonly { readonly action: string; readonly element: string }[];
  readonly waiting: readonly { readonly element: string }[];
  readonly variables: object;
  readonly faults: readonly {
    readonly code: string;
    readonly element: string | null;
    readonly zh: string;
    readonly en: string;
  }[];
}

/** What `gridloom run` prints of a model and its steps, and how it exits. */
async function printed(definitions: string, steps: readonly object[]): Promise<Printed & { readonly exit: number }> {
  const folder = temporaryFolder('run').path;
  const [model, script] = [join(folder, 'model.bpmn'), join(folder, 'steps.json')];
  writeFileSync(
    model,
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">${definitions}</definitions>`,
  );
  writeFileSync(script, JSON.stringify(steps));
  const args = [cli, 'run', model, '--script', script, '--json', '--at', '2026-11-27T01:00:00Z'];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return { exit: 0, ...(JSON.parse(stdout) as Printed) };
  } catch (error) {
    const { code, stdout } = error as { readonly code: number; readonly stdout: string };
    return { exit: code, ...(JSON.parse(stdout) as Printed) };
  }
}

const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;
const process2 = (id: string, mark: string, task: string): string =>
  `<process id="${id}" isExecutable="true"><startEvent id="s${mark}"/>${task}<endEvent id="e${mark}"/>${flow(`s${mark}`, `u${mark}`)}${flow(`u${mark}`, `e${mark}`)}</process>`;
const several =
  '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
const one = process2('p', '', '<userTask id="u"/>');
const loops = process2('p', '', `<userTask id="u">${several}</userTask>`);

describe('gridloom run carries out an operator’s steps', () => {
  it.each<readonly [string, string, readonly object[], readonly string[]]>([
    [
      'cancel and activate',
      one,
      [
        {
          do: 'modify',
          changes: [
            { do: 'cancel', element: 'u' },
            { do: 'activate', element: 'u' },
          ],
        },
      ],
      ['u'],
    ],
    ['add an iteration', loops, [{ do: 'modify', changes: [{ do: 'addIteration', element: 'u' }] }], ['u', 'u', 'u']],
    [
      'remove an iteration',
      loops,
      [{ do: 'modify', changes: [{ do: 'removeIteration', element: 'u', iteration: 2 }] }],
      ['u'],
    ],
    [
      'suspend and resume',
      one,
      [{ do: 'suspend' }, { do: 'resume', clocks: 'shift' }, { do: 'complete', element: 'u' }],
      [],
    ],
    ['set variables', one, [{ do: 'setVariables', variables: { n: 1 } }], ['u']],
    [
      'migrate',
      one + process2('q', '2', '<userTask id="u2"/>'),
      [
        { do: 'start', process: 'p' },
        { do: 'migrate', process: 'q', elements: { u: 'u2' } },
      ],
      ['u2'],
    ],
    ['cancel an instance', one, [{ do: 'cancel' }], []],
  ])('%s', async (_what, model, steps, waiting) => {
    const run = await printed(model, steps);

    expect(run.faults).toEqual([]);
    expect(run.exit).toBe(0);
    expect(run.waiting.map(({ element }) => element)).toEqual(waiting);
  });

  it('and says in both languages why one cannot be carried out', async () => {
    const run = await printed(one, [{ do: 'modify', changes: [{ do: 'activate', element: 's' }] }]);

    expect([run.exit, run.outcome]).toEqual([1, 'refused']);
    expect(run.faults).toEqual([
      {
        code: 'cannot-activate',
        element: 's',
        zh: '「s」：开始事件不能直接进入。请改选它后面的一步。',
        en: '"s": It is a start event. Choose the step behind it.',
      },
    ]);
  });
});

describe('gridloom run asks of an executable file what it must say', () => {
  const untold = process2('p', '', '<intermediateCatchEvent id="u"><timerEventDefinition/></intermediateCatchEvent>');

  it('so a timer without a time is refused', async () => {
    const run = await printed(untold, []);

    expect(run.exit).toBe(1);
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['timer-empty@u']);
  });

  it('but not where the steps say when it is due', async () => {
    const run = await printed(untold, [{ do: 'start' }, { do: 'trigger', element: 'u' }]);

    expect([run.exit, run.outcome]).toEqual([0, 'completed']);
  });
});
