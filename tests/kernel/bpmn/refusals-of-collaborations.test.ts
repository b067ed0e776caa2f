import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, processOf, start } from './run-model.ts';

const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const p = processOf('p', `${start}<task id="t"/>${end}`, 's -> t -> e');
const q = (begin = '<startEvent id="v"/>'): string =>
  processOf('q', `${begin}<task id="u"/><exclusiveGateway id="w"/><endEvent id="z"/>`, 'v -> u -> w -> z');
const pools = '<participant id="P" processRef="p"/><participant id="Q" processRef="q"/>';
const drawn = (inside: string, processes = p + q()): string =>
  `<collaboration id="c">${inside}</collaboration>${processes}`;
const flow = (from: string, to: string): string =>
  drawn(`${pools}<messageFlow id="f" sourceRef="${from}" targetRef="${to}"/>`);
const laned = (lanes: string, besides = ''): string =>
  p.replace('<startEvent', `<laneSet id="ls">${lanes}</laneSet><startEvent`) + besides;
const lane = (id: string, ...nodes: readonly string[]): string =>
  `<lane id="${id}">${nodes.map((node) => `<flowNodeRef>${node}</flowNodeRef>`).join('')}</lane>`;

describe('a message flow goes from one pool to another (BPMN 2.0.2, 7.6.2, 9.3)', () => {
  it.each<Refused>([
    ['not within one', flow('t', 'e'), 'message-flow-within-pool@f', 'message-flow-end@f'],
    ['not from a pool to itself', flow('P', 'P'), 'message-flow-within-pool@f'],
    ['not from a pool to what is in it', flow('P', 't'), 'message-flow-within-pool@f'],
    ['not to an end event', flow('t', 'z'), 'message-flow-end@f'],
    ['not from a start event', flow('s', 'u'), 'message-flow-end@f'],
    ['not to a gateway', flow('t', 'w'), 'message-flow-end@f'],
    ['not to a flow', flow('t', 'v_u'), 'message-flow-end@f'],
    ['not to a start event without a message', flow('t', 'v'), 'message-flow-end@f'],
    [
      'not to one that waits for something else',
      drawn(
        `${pools}<messageFlow id="f" sourceRef="t" targetRef="v"/>`,
        p + q(`<startEvent id="v">${timer}</startEvent>`),
      ),
      'message-flow-end@f',
    ],
    ['not from nowhere', drawn(`${pools}<messageFlow id="f" targetRef="u"/>`), 'message-flow-unattached@f'],
    ['not to what is not there', flow('t', 'gone'), 'reference-unresolved@f'],
    [
      'not with a message that is not there',
      flow('t', 'u').replace('id="f"', 'id="f" messageRef="gone"'),
      'reference-unresolved@f',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });

  it.each([
    ['from task to task', flow('t', 'u')],
    ['from a pool', flow('P', 'u')],
    [
      'to a pool nobody looks into',
      drawn(`${pools}<participant id="B"/><messageFlow id="f" sourceRef="t" targetRef="B"/>`),
    ],
  ])('but %s', async (_what, definitions) => {
    expect(await refusals(fileWith(definitions))).toEqual([]);
  });
});

describe('pools and lanes (9.2, 10.8)', () => {
  it.each<Refused>([
    ['a pool of no process', drawn('<participant id="P" processRef="gone"/>', p), 'reference-unresolved@P'],
    ['a pool of a task', drawn('<participant id="P" processRef="t"/>', p), 'reference-wrong-kind@P'],
    [
      'a pool with more at least than at most',
      drawn('<participant id="P" processRef="p"><participantMultiplicity minimum="3" maximum="2"/></participant>', p),
      'multiplicity-wrong@P',
    ],
    ['a node in two lanes', laned(lane('l', 't') + lane('k', 't')), 'lane-twice@t'],
    ['a node that is not there', laned(lane('l', 'gone')), 'reference-unresolved@l'],
    ['a node of another process', laned(lane('l', 'u'), q()), 'lane-foreign-node@l'],
    ['a flow in a lane', laned(lane('l', 's_t')), 'reference-wrong-kind@l'],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });

  it('but a node in a lane within its lane', async () => {
    const nested = `<lane id="l"><flowNodeRef>t</flowNodeRef><childLaneSet id="cl">${lane('k', 't')}</childLaneSet></lane>`;

    expect(await refusals(fileWith(laned(nested)))).toEqual([]);
  });
});
