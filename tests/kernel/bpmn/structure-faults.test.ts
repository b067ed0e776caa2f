import { describe, expect, it } from 'vitest';
import { reachableFrom, structureFaults } from '../../../server/kernel/bpmn/compile/faults/structure-faults.ts';
import { boundary, drawn, end, exclusive, otherwise, start, plainTask, userTask, when } from './drawing.ts';

const faultsOf = async (...drawing: Parameters<typeof drawn>): Promise<readonly string[]> =>
  structureFaults(await drawn(...drawing)).map(({ code, element }) => `${code}@${element}`);

describe('the structure of a process', () => {
  it('is sound where every way leads on', async () => {
    const nodes = [start(), exclusive('which'), userTask('ask'), boundary('late', 'ask', 'duration=PT1H'), end()];
    const legs = ['begin -> which', when('which -> ask', 'x'), otherwise('which -> end'), 'ask -> end', 'late -> end'];

    expect(await faultsOf(nodes, legs)).toEqual([]);
  });

  it('has a dead end', async () => {
    expect(await faultsOf([start(), plainTask('stop')], ['begin -> stop'])).toEqual(['dead-end@stop']);
  });

  it('has a boundary event that leads nowhere', async () => {
    const nodes = [start(), userTask('ask'), boundary('late', 'ask', 'duration=PT1H'), end()];

    expect(await faultsOf(nodes, ['begin -> ask -> end'])).toEqual(['dead-end@late']);
  });

  it('has a step nothing leads to', async () => {
    expect(await faultsOf([start(), end(), plainTask('lost')], ['begin -> end', 'lost -> end'])).toEqual([
      'node-unreachable@lost',
    ]);
  });

  it('is sound where it begins by one event or by another', async () => {
    const weekly = {
      ...start('weekly'),
      content: '<bpmn:timerEventDefinition><bpmn:timeCycle>R/P7D</bpmn:timeCycle></bpmn:timerEventDefinition>',
    };

    expect(await faultsOf([start(), weekly, end()], ['begin -> end', 'weekly -> end'])).toEqual([]);
  });

  it('has a gateway that may find no way out', async () => {
    const legs = ['begin -> which', when('which -> a', 'x'), when('which -> b', 'y')];

    expect(await faultsOf([start(), exclusive('which'), end('a'), end('b')], legs)).toEqual([
      'gateway-without-default@which',
    ]);
  });

  it('has a gateway whose default is a flow of another one', async () => {
    const nodes = [start(), exclusive('one'), exclusive('two'), end('a'), end('b')];
    const legs = [
      'begin -> one',
      otherwise('one -> two'),
      when('one -> a', 'x'),
      otherwise('two -> a'),
      when('two -> b', 'x'),
    ];
    const process = await drawn(nodes, legs);
    const foreign = new Map(process.nodes).set('two', { ...process.nodes.get('two'), defaultFlow: 'one-two' } as never);

    expect(structureFaults({ ...process, nodes: foreign }).map(({ code }) => code)).toEqual([
      'gateway-without-default',
    ]);
  });

  it('has a way out of a gateway without a condition', async () => {
    const legs = ['begin -> which', 'which -> a', otherwise('which -> b')];

    expect(await faultsOf([start(), exclusive('which'), end('a'), end('b')], legs)).toEqual([
      'condition-missing@which-a',
    ]);
  });
});

describe('what a token can get to', () => {
  it('goes through boundary events, and round in circles', async () => {
    const nodes = [start(), userTask('ask'), boundary('late', 'ask', 'duration=PT1H'), plainTask('remind'), end()];
    const process = await drawn(nodes, ['begin -> ask -> end', 'late -> remind -> ask']);

    expect([...reachableFrom(process, 'ask')].toSorted()).toEqual(['ask', 'end', 'late', 'remind']);
  });
});
