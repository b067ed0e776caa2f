import { describe, expect, it } from 'vitest';
import { compiledFile } from '../../../server/kernel/compilation/compiled-file.ts';

const file = (id: string, filling = ''): string =>
  `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><!--${filling}--><process id="${id}" isExecutable="true"><startEvent id="s"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>`;

describe('a file that is compiled', () => {
  it('is compiled once for the same content, whoever asks', async () => {
    const [one, other] = await Promise.all([compiledFile(file('p')), compiledFile(`${file('p')}`)]);

    expect(one.processes).toHaveLength(1);
    expect(other).toBe(one);
  });

  it('is compiled anew when a character of it is another', async () => {
    expect((await compiledFile(file('q'))).processes[0]?.id).toBe('q');
    expect(await compiledFile(file('q', ' '))).not.toBe(await compiledFile(file('q')));
  });

  it('is forgotten when much else was asked for since', async () => {
    const before = await compiledFile(file('r'));
    for (let number = 0; number < 9; number += 1) await compiledFile(file(`big${number}`, 'x'.repeat(500_000)));

    expect(await compiledFile(file('r'))).not.toBe(before);
    expect(await compiledFile(file('big8', 'x'.repeat(500_000)))).toBe(
      await compiledFile(file('big8', 'x'.repeat(500_000))),
    );
  });
});
