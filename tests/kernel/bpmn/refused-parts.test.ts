import { describe, expect, it } from 'vitest';
import { faultsOf, flowsOf, ran } from './run-model.ts';

const sound = (inside = '', task = '', rest = ''): string =>
  `<process id="p" isExecutable="true">${inside}<startEvent id="s"/><task id="t">${task}</task><endEvent id="e"/>${flowsOf('s -> t -> e')}${rest}</process>`;
const extended = (words: string): string => `<extensionElements>${words}</extensionElements>`;

describe('what is neither run nor documentation is refused by name', () => {
  it.each([
    [
      'a choreography',
      `<choreography id="c"><choreographyTask id="ct"/></choreography>${sound()}`,
      'choreography-unsupported@c',
    ],
    ['a global choreography task', `<globalChoreographyTask id="c"/>${sound()}`, 'choreography-unsupported@c'],
    ['a step of a choreography', sound('<callChoreography id="c"/>'), 'element-unsupported@c'],
    [
      'correlation by key',
      `<collaboration id="c"><correlationKey id="k"/></collaboration>${sound()}`,
      'correlation-unsupported@k',
    ],
    ['a subscription to a key', sound('', '', '<correlationSubscription id="cs"/>'), 'correlation-unsupported@cs'],
    ['an extension one must understand', `<extension mustUnderstand="true"/>${sound()}`, 'extension-mandatory@null'],
    [
      'a listener',
      sound('', extended('<zeebe:executionListeners><zeebe:executionListener type="x"/></zeebe:executionListeners>')),
      'extension-unsupported@t',
    ],
    [
      'an unknown word of a vocabulary that is run',
      sound('', extended('<zeebe:frobnicate/>')),
      'extension-unknown@null',
    ],
    ['a time that is thrown', sound('<endEvent id="x"><timerEventDefinition/></endEvent>'), 'event-kind-here@x'],
    [
      'a termination that is caught',
      sound('<intermediateCatchEvent id="x"><terminateEventDefinition/></intermediateCatchEvent>'),
      'event-kind-here@x',
    ],
    [
      'an event defined by what is not there',
      sound('<intermediateThrowEvent id="x"><eventDefinitionRef>none</eventDefinitionRef></intermediateThrowEvent>'),
      'reference-unresolved@x',
    ],
  ])('%s', async (_what, definitions, fault) => {
    expect(await faultsOf(definitions, true)).toEqual([fault]);
  });

  it('an expression in another language than FEEL, in a definition that runs', async () => {
    const asked = `<sequenceFlow id="f" sourceRef="s" targetRef="e"><conditionExpression xsi:type="tFormalExpression" language="java">true</conditionExpression></sequenceFlow>`;
    const definitions = `<process id="p"><exclusiveGateway id="s"/><endEvent id="e"/>${asked}</process>`;

    expect(await faultsOf(definitions, true)).toEqual([]);
    expect(await faultsOf(definitions)).toContain('expression-language@f');
  });
});

describe('what is documentation changes nothing', () => {
  it.each([
    ['conversations', '<collaboration id="c"><conversation id="v"/><subConversation id="w"/></collaboration>', ''],
    ['a global conversation', '<globalConversation id="c"/>', ''],
    [
      'interfaces and operations',
      '<message id="m"/><interface id="i" name="i"><operation id="o" name="o"><inMessageRef>m</inMessageRef></operation></interface>',
      '',
    ],
    ['partners and end points', '<partnerEntity id="pe"/><partnerRole id="pr"/><endPoint id="ep"/>', ''],
    [
      'resources and who performs',
      '<resource id="r" name="r"/>',
      '<performer id="pf"><resourceRef>r</resourceRef></performer>',
    ],
    ['auditing and monitoring', '', '<auditing id="au"/><monitoring id="mo"/>'],
    ['categories and groups', '<category id="ca"><categoryValue id="cv"/></category>', ''],
    ['a relationship', '<relationship type="is like"><source>p</source><target>p</target></relationship>', ''],
    ['an extension one need not understand', '<extension mustUnderstand="false"/>', ''],
    ['words of other tools', '', extended('<other:word xmlns:other="urn:other" x="1"/>')],
    ['documentation', '', '<documentation>why</documentation>'],
  ])('%s', async (_what, beside, inTask) => {
    const { outcome, lines } = await ran(beside + sound('', inTask));

    expect({ outcome, lines }).toEqual({ outcome: 'completed', lines: '+s -s +t -t +e -e' });
  });

  it('lanes, groups and notes', async () => {
    const drawn =
      '<laneSet id="ls"><lane id="l"><flowNodeRef>t</flowNodeRef></lane></laneSet><group id="g"/><textAnnotation id="n"/><association id="as" sourceRef="t" targetRef="n"/>';
    const { outcome, lines } = await ran(sound(drawn));

    expect({ outcome, lines }).toEqual({ outcome: 'completed', lines: '+s -s +t -t +e -e' });
  });
});

describe('an event that is defined once for the whole file', () => {
  const definitions = (event: string): string =>
    `<signal id="bell" name="bell"/><signalEventDefinition id="rung" signalRef="bell"/><process id="p" isExecutable="true"><startEvent id="s"/>${event}<endEvent id="e"/>${flowsOf('s -> x -> e')}</process>`;

  it('is caught as if its definition stood in it (table 10.83)', async () => {
    const caught = definitions(
      '<intermediateCatchEvent id="x"><eventDefinitionRef>rung</eventDefinitionRef></intermediateCatchEvent>',
    );
    const waiting = await ran(caught);
    const rung = await ran(caught, { do: 'start' }, { do: 'signal', name: 'bell' });

    expect(waiting.waiting).toEqual([{ element: 'x', kind: 'signal', dueAt: null }]);
    expect(rung.lines).toBe('+s -s +x -x +e -e');
  });
});
