import { describe, expect, it } from 'vitest';
import { begin, end, faultsOf, onBoundary, processOf, ran, start } from './run-model.ts';

const scripted = (script: string, attributes = ''): string =>
  processOf('p', `${start}<scriptTask id="t" ${attributes}>${script}</scriptTask>${end}`, 's -> t -> e');
const zeebe = (expression: string, result = ''): string =>
  `<extensionElements><zeebe:script expression="${expression}" ${result && `resultVariable="${result}"`}/></extensionElements>`;

describe('a script task (BPMN 2.0.2, 10.3.3, 13.3.3)', () => {
  it('is one FEEL expression, whose value goes to the result variable', async () => {
    const run = await ran(scripted(zeebe('=a + 1', 'b')), begin({ a: 1 }));

    expect(run.lines).toBe('+s -s +t -t +e -e');
    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('may have its script in the element of the standard; the members of its value become variables', async () => {
    const run = await ran(
      scripted('<script>{total: a * 2, seen: true}</script>', 'scriptFormat="FEEL"'),
      begin({ a: 4 }),
    );

    expect(run.variables).toEqual({ a: 4, total: 8, seen: true });
  });

  it('sets nothing when it has no result variable and its value has no members', async () => {
    const run = await ran(scripted('<script>a + 1</script>'), begin({ a: 4 }));

    expect(run.variables).toEqual({ a: 4 });
  });

  it('sees its inputs, and sets only what its outputs say', async () => {
    const mapped =
      '<extensionElements><zeebe:script expression="=x * 10" resultVariable="y"/><zeebe:ioMapping><zeebe:input source="=a" target="x"/><zeebe:output source="=y + 1" target="b"/></zeebe:ioMapping></extensionElements>';
    const run = await ran(scripted(mapped), begin({ a: 2 }));

    expect(run.variables).toEqual({ a: 2, b: 21 });
  });

  it('is stuck when its value cannot be told, and sets nothing', async () => {
    const run = await ran(scripted(zeebe('=function(x) x', 'b')), begin({}));

    expect(run.lines).toBe('+s -s +t');
    expect(run.faults.map(({ element }) => element)).toEqual(['t']);
    expect(run.variables).toEqual({});
  });

  it('is over before anything on its boundary can happen', async () => {
    const late = onBoundary('b', 't', '<timerEventDefinition><timeDuration>PT0S</timeDuration></timerEventDefinition>');
    const model = processOf(
      'p',
      `${start}<scriptTask id="t">${zeebe('=1', 'b')}</scriptTask>${late}${end}`,
      's -> t -> e',
      'b -> e',
    );

    expect((await ran(model, begin())).lines).toBe('+s -s +t -t +e -e');
  });

  it('in another language, or empty, is refused', async () => {
    expect(await faultsOf(scripted('<script>x = 1</script>', 'scriptFormat="javascript"'))).toEqual([
      'script-language@t',
    ]);
    expect(await faultsOf(scripted(''))).toEqual(['script-missing@t']);
  });
});
