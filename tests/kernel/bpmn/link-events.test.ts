import { describe, expect, it } from 'vitest';
import { catching, ofLink, throwing } from './event-definitions.ts';
import { end, faultsOf, flowsOf, processOf, ran, start } from './run-model.ts';

describe('a link (BPMN 2.0.2, 10.5.5, 13.5.2)', () => {
  it('goes on where its name is caught, without a flow', async () => {
    const inside = `${start}${throwing('to', ofLink('A'))}${catching('from', ofLink('A'))}${end}`;

    expect((await ran(processOf('p', inside, 's -> to', 'from -> e'))).lines).toBe('+s -s +to -to +from -from +e -e');
  });

  it('may be thrown in several places, and caught in one', async () => {
    const inside = `${start}<parallelGateway id="split"/>${throwing('one', ofLink('A'))}${throwing('two', ofLink('A'))}${catching('from', ofLink('A'))}${end}`;
    const run = await ran(processOf('p', inside, 's -> split -> one', 'split -> two', 'from -> e'));

    expect(run.lines).toBe('+s -s +split -split +one +two -one +from -two +from -from -from +e +e -e -e');
  });

  it('may lead back, as in a loop', async () => {
    const inside = `${start}<exclusiveGateway id="m"/><scriptTask id="count"><extensionElements><zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements></scriptTask><exclusiveGateway id="x" default="x_e"/>${throwing('to', ofLink('A'))}${catching('from', ofLink('A'))}${end}`;
    const model = processOf('p', inside, 's -> m -> count -> x -> e', 'x -> to [n < 3]', 'from -> m');
    const run = await ran(model, { do: 'start', variables: { n: 0 } });

    expect(run.lines.match(/\+count/g)).toHaveLength(3);
    expect(run).toMatchObject({ outcome: 'completed', variables: { n: 3 } });
  });

  it('is of its own scope: the same name inside a sub-process is another link', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${throwing('ito', ofLink('A'))}${catching('ifrom', ofLink('A'))}<endEvent id="ie"/>${flowsOf('is -> ito', 'ifrom -> ie')}</subProcess>`;
    const inside = `${start}${sub}${throwing('to', ofLink('A'))}${catching('from', ofLink('A'))}${end}`;
    const run = await ran(processOf('p', inside, 's -> sub -> to', 'from -> e'));

    expect(run.lines).toBe('+s -s +sub +is -is +ito -ito +ifrom -ifrom +ie -ie -sub +to -to +from -from +e -e');
  });

  it('that nothing in its scope catches does not compile', async () => {
    const wrong = processOf('p', `${start}${throwing('to', ofLink('A'))}`, 's -> to');

    expect(await faultsOf(wrong)).toEqual(['link-without-target@to']);
  });
});
