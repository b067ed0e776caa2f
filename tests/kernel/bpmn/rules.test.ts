import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { boundary, drawing, end, parallel, start, userTask, when } from './drawing.ts';

const faultsOf = async (...model: Parameters<typeof drawing>): Promise<readonly string[]> =>
  (await compileBpmn(drawing(...model))).faults.map(({ code, element }) => `${code}@${element}`);

describe('a model that breaks a rule of the standard does not compile', () => {
  it('when it has a condition where none is read', async () => {
    const legs = ['begin -> all', when('all -> a', 'x'), 'all -> b'];

    expect(await faultsOf([start(), parallel('all'), end('a'), end('b')], legs)).toEqual(['condition-ignored@all']);
  });

  it('when it leads into a beginning or out of an end', async () => {
    const nodes = [start(), userTask('ask'), boundary('late', 'ask', 'duration=PT1H'), end(), end('done')];
    const legs = ['begin -> ask -> end -> ask', 'ask -> begin', 'ask -> late -> done'];

    expect((await faultsOf(nodes, legs)).toSorted()).toEqual([
      'flow-into-beginning@ask-begin',
      'flow-into-beginning@ask-late',
      'flow-out-of-end@end-ask',
    ]);
  });
});
