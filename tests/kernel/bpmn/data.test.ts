import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, flowsOf, formal, message, processOf, ran, start, user } from './run-model.ts';

const objects =
  '<dataObject id="o1" name="order"/><dataObjectReference id="r1" name="Order [new]" dataObjectRef="o1"/><dataObject id="o2" name="bill"/><dataObjectReference id="r2" dataObjectRef="o2"/>';
/** A script task with one input and one output of the standard. */
const computing = (expression: string, into: string, out: string): string =>
  `<scriptTask id="t"><extensionElements><zeebe:script expression="=${expression}" resultVariable="result"/></extensionElements><ioSpecification><dataInput id="in" name="given"/><dataOutput id="out" name="result"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>${into}${out}</scriptTask>`;
const into = (inside: string): string => `<dataInputAssociation>${inside}</dataInputAssociation>`;
const out = (inside: string): string => `<dataOutputAssociation>${inside}</dataOutputAssociation>`;
const plainIn = into('<sourceRef>r1</sourceRef><targetRef>in</targetRef>');
const plainOut = out('<sourceRef>out</sourceRef><targetRef>r2</targetRef>');
const model = (inside: string, more = ''): string =>
  processOf('p', `${objects}${more}${start}${inside}${end}`, 's -> t -> e');

describe('data associations of an activity (BPMN 2.0.2, 10.4.2)', () => {
  it('copy a data object to an input, and an output to a data object', async () => {
    const run = await ran(model(computing('given * 2', plainIn, plainOut)), begin({ order: 4 }));

    expect(run.variables).toEqual({ order: 4, bill: 8 });
  });

  it('may transform what they copy, from several sources', async () => {
    const transformed = into(
      `<sourceRef>r1</sourceRef><sourceRef>r2</sourceRef><targetRef>in</targetRef>${formal('transformation', 'order + bill')}`,
    );
    const run = await ran(model(computing('given', transformed, plainOut)), begin({ order: 4, bill: 3 }));

    expect(run.variables).toEqual({ order: 4, bill: 7 });
  });

  it('may assign one member after the other', async () => {
    const assigned = out(
      `<sourceRef>out</sourceRef><targetRef>r2</targetRef><assignment>${formal('from', 'result + 1')}<to>bill.net</to></assignment><assignment>${formal('from', '"EUR"')}<to>bill.currency</to></assignment>`,
    );
    const run = await ran(model(computing('given', plainIn, assigned)), begin({ order: 4, bill: { paid: false } }));

    expect(run.variables).toEqual({ order: 4, bill: { paid: false, net: 5, currency: 'EUR' } });
  });

  it('keep what an input holds to the activity', async () => {
    const run = await ran(model(computing('given', plainIn, '')), begin({ order: 4 }));

    expect(run.variables).toEqual({ order: 4, result: 4 });
  });

  it('let what a person submits reach the process by its output', async () => {
    const task = `<userTask id="t"><ioSpecification><dataOutput id="out" name="answer"/><inputSet/><outputSet><dataOutputRefs>out</dataOutputRefs></outputSet></ioSpecification>${plainOut}</userTask>`;
    const run = await ran(model(task), begin(), complete('t', { answer: 1, secret: 2 }));

    expect(run.variables).toEqual({ bill: 1 });
  });

  it('lead to a data store as to a data object', async () => {
    const store = '<dataStoreReference id="ds" name="Orders" dataStoreRef="st"/>';
    const kept = out('<sourceRef>out</sourceRef><targetRef>ds</targetRef>');
    const run = await ran(
      `<dataStore id="st" name="archive"/>${model(computing('given', plainIn, kept), store)}`,
      begin({ order: 4 }),
    );

    expect(run.variables).toEqual({ order: 4, archive: 4 });
  });
});

describe('data associations of an event', () => {
  it('carry what goes out with a thrown message, and what came with it', async () => {
    const thrower = `<intermediateThrowEvent id="t"><dataInput id="ti" name="payload"/>${into('<sourceRef>r1</sourceRef><targetRef>ti</targetRef>')}<inputSet><dataInputRefs>ti</dataInputRefs></inputSet><messageEventDefinition messageRef="m"/></intermediateThrowEvent>`;
    const catcher = `<startEvent id="qs"><dataOutput id="qd" name="payload"/>${out('<sourceRef>qd</sourceRef><targetRef>qo</targetRef>')}<outputSet><dataOutputRefs>qd</dataOutputRefs></outputSet><messageEventDefinition messageRef="m"/></startEvent>`;
    const receiver = processOf(
      'q',
      `<dataObject id="qo" name="got"/>${catcher}<exclusiveGateway id="g" default="g_no"/><endEvent id="yes"/><endEvent id="no"/>`,
      'qs -> g -> yes [got = 4]',
      'g -> no',
    );
    const run = await ran(message('m') + receiver + model(thrower), {
      do: 'start',
      process: 'p',
      variables: { order: 4 },
    });

    expect(run.lines).toBe('+s -s +t -t +e -e +qs -qs +g -g +yes -yes');
  });
});

describe('where data lives (BPMN 2.0.2, 10.4.1)', () => {
  const script = (id: string, expression: string, result: string): string =>
    `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=${expression}" resultVariable="${result}"/></extensionElements></scriptTask>`;

  it('a data object of a sub-process covers one of the same name around it', async () => {
    const inside = `<subProcess id="t"><dataObject id="io" name="order"/><startEvent id="is"/>${script('a', '1', 'order')}<endEvent id="ie"/>${flowsOf('is -> a -> ie')}</subProcess>`;
    const run = await ran(model(inside), begin({ order: 4 }));

    expect(run.variables).toEqual({ order: 4 });
  });

  it('a data object of a sub-process begins without a value', async () => {
    const inside = `<subProcess id="t"><dataObject id="io" name="order"/><startEvent id="is"/>${script('a', 'order = null', 'bill')}<endEvent id="ie"/>${flowsOf('is -> a -> ie')}</subProcess>`;
    const run = await ran(model(inside), begin({ order: 4 }));

    expect(run.variables).toEqual({ order: 4, bill: true });
  });

  it('a data object of the process is seen in its sub-processes', async () => {
    const inside = `<subProcess id="t"><startEvent id="is"/>${script('a', 'order + 1', 'bill')}<endEvent id="ie"/>${flowsOf('is -> a -> ie')}</subProcess>`;
    const run = await ran(model(inside), begin({ order: 4 }));

    expect(run.variables).toEqual({ order: 4, bill: 5 });
  });

  it('an event sub-process has its own data objects too', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true"><dataObject id="ho" name="note"/><startEvent id="hs"><messageEventDefinition messageRef="m"/></startEvent>${script('a', '1', 'note')}<endEvent id="he"/>${flowsOf('hs -> a -> he')}</subProcess>`;
    const run = await ran(message('m') + model(user('t'), handler), begin(), { do: 'message', name: 'm' });

    expect(run.variables).toEqual({});
  });
});

describe('data that breaks a rule of the standard', () => {
  it('is copied from several sources without saying how (10.4.2)', async () => {
    const both = into('<sourceRef>r1</sourceRef><sourceRef>r2</sourceRef><targetRef>in</targetRef>');

    expect(await faultsOf(model(computing('given', both, plainOut)))).toEqual(['association-sources@t']);
  });

  it('is copied to nowhere', async () => {
    const lost = into('<sourceRef>r1</sourceRef>');

    expect(await faultsOf(model(computing('given', lost, plainOut)))).toEqual(['association-target@t']);
  });

  it('is referred to by what is not there', async () => {
    const lost = '<dataObjectReference id="r3" dataObjectRef="gone"/>';

    expect(await faultsOf(model(computing('given', plainIn, plainOut), lost))).toEqual(['reference-unresolved@r3']);
  });

  it('is no step: no flow leads to it', async () => {
    const wrong = processOf('p', `${objects}${start}<task id="t"/>${end}`, 's -> t -> e', 't -> r1');

    expect(await faultsOf(wrong)).toEqual(['flow-unattached@t_r1']);
  });
});
