import { describe, expect, it } from 'vitest';
import { begin, end, faultsOf, message, processOf, ran, start } from './run-model.ts';

const correlated =
  '<message id="m" name="m"><extensionElements><zeebe:subscription correlationKey="=key"/></extensionElements></message>';
const receiver = processOf(
  'q',
  '<startEvent id="qs"/><receiveTask id="r" messageRef="m"/><endEvent id="qe"/>',
  'qs -> r -> qe',
);
const sender = (inside = ''): string =>
  processOf('p', `${start}<sendTask id="t" messageRef="m">${inside}</sendTask>${end}`, 's -> t -> e');

describe('a send task (BPMN 2.0.2, 10.3.3, 13.3.3)', () => {
  it('sends its message and is done, without waiting for anybody to receive it', async () => {
    expect((await ran(message('m') + sender(), begin())).lines).toBe('+s -s +t -t +e -e');
  });

  it('reaches whoever waits for its message', async () => {
    const run = await ran(
      message('m') + sender() + receiver,
      { do: 'start', process: 'q' },
      { do: 'start', process: 'p' },
    );

    expect(run.lines).toBe('+qs -qs +r +s -s +t -t +e -e -r +qe -qe');
  });

  it('reaches only the one with its correlation key', async () => {
    const run = await ran(
      correlated + sender() + receiver,
      { do: 'start', process: 'q', variables: { key: 'one' } },
      { do: 'start', process: 'q', variables: { key: 'two' } },
      { do: 'start', process: 'p', variables: { key: 'two' } },
    );

    expect(run.lines).toBe('+qs -qs +r +qs -qs +r +s -s +t -t +e -e -r +qe -qe');
    expect(run.waiting.map(({ element }) => element)).toEqual(['r']);
  });

  it('sends what its inputs say, and nothing else', async () => {
    const mapping =
      '<extensionElements><zeebe:ioMapping><zeebe:input source="=a + 1" target="b"/></zeebe:ioMapping></extensionElements>';
    const run = await ran(
      message('m') + sender(mapping) + receiver,
      { do: 'start', process: 'q' },
      { do: 'start', process: 'p', variables: { a: 1, secret: 2 } },
    );

    expect(run.variables).toEqual({ b: 2 });
  });

  it('begins the process that begins by its message', async () => {
    const begun = processOf(
      'q',
      '<startEvent id="qs"><messageEventDefinition messageRef="m"/></startEvent><endEvent id="qe"/>',
      'qs -> qe',
    );
    const run = await ran(message('m') + sender() + begun, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +t -t +e -e +qs -qs +qe -qe');
  });

  it('that names the type of a job is one', async () => {
    const job = '<extensionElements><zeebe:taskDefinition type="post"/></extensionElements>';
    const model = processOf('p', `${start}<sendTask id="t">${job}</sendTask>${end}`, 's -> t -> e');
    const run = await ran(model, begin());

    expect(run.waiting).toEqual([{ element: 't', kind: 'job', dueAt: null }]);
  });

  it('is stuck when what its message is found by cannot be told', async () => {
    const wrong = correlated.replace('=key', '=function(x) x');
    const run = await ran(wrong + sender(), begin());

    expect(run.lines).toBe('+s -s +t');
    expect(run.outcome).toBe('incident');
  });

  it('without a message is no definition that runs', async () => {
    expect(await faultsOf(processOf('p', `${start}<sendTask id="t"/>${end}`, 's -> t -> e'))).toEqual([
      'message-missing@t',
    ]);
  });
});
