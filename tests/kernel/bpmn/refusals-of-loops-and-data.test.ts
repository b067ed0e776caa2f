import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, processOf, start } from './run-model.ts';

const objects = '<dataObject id="d" name="d"/><dataObject id="f" name="f"/>';
const process = (step: string): string => processOf('p', objects + start + step + end, 's -> t -> e');
const task = (inside: string): string => process(`<task id="t">${inside}</task>`);
const times = (inside: string, attributes = ''): string =>
  task(`<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`);
const number = (text: string): string => `<loopCardinality xsi:type="tFormalExpression">${text}</loopCardinality>`;
const sets =
  '<inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet><dataOutputRefs>o</dataOutputRefs></outputSet>';
const io = (inside: string): string =>
  `<ioSpecification><dataInput id="i"/><dataOutput id="o"/>${inside}</ioSpecification>`;
const input = (source: string, target: string): string =>
  `<dataInputAssociation>${source
    .split(' ')
    .map((id) => `<sourceRef>${id}</sourceRef>`)
    .join('')}<targetRef>${target}</targetRef></dataInputAssociation>`;

describe('loops and calls (BPMN 2.0.2, 10.3.6, 10.3.8)', () => {
  it.each<Refused>([
    ['neither how often nor for what', times(''), 'loop-without-items@t'],
    [
      'both how often and for what',
      times(`${number('2')}<loopDataInputRef>d</loopDataInputRef>`),
      'loop-items-twice@t',
    ],
    ['fewer than none', times(number('-1')), 'loop-not-countable@t'],
    ['a text', times(number('"two"')), 'loop-not-countable@t'],
    ['events nobody named', times(number('2'), 'behavior="Complex"'), 'loop-event-missing@t'],
    ['a behaviour nobody knows', times(number('2'), 'behavior="Some"'), 'value-wrong@t'],
    ['no end of it', task('<standardLoopCharacteristics/>'), 'loop-endless@t'],
    ['at most less than once', task('<standardLoopCharacteristics loopMaximum="-1"/>'), 'loop-maximum-wrong@t'],
    ['nobody called', process('<callActivity id="t"/>'), 'called-process-missing@t'],
    [
      'somebody called who is not there',
      process('<callActivity id="t" calledElement="gone"/>'),
      'called-process-unknown@t',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('data (10.4)', () => {
  it.each<Refused>([
    ['no set of inputs', task(io('<outputSet><dataOutputRefs>o</dataOutputRefs></outputSet>')), 'io-set-missing@t'],
    ['no set of outputs', task(io('<inputSet><dataInputRefs>i</dataInputRefs></inputSet>')), 'io-set-missing@t'],
    ['an output among the inputs', task(io(sets.replace('>i<', '>o<'))), 'reference-wrong-kind@t'],
    ['an input that does not go in', task(io(sets) + input('d', 'f')), 'data-association-end@t'],
    [
      'an output that does not come out',
      task(
        `${io(sets)}<dataOutputAssociation><sourceRef>d</sourceRef><targetRef>f</targetRef></dataOutputAssociation>`,
      ),
      'data-association-end@t',
    ],
    ['several sources as they are', task(io(sets) + input('d f', 'i')), 'association-sources@t'],
    ['a source that is an event', task(io(sets) + input('s', 'i')), 'reference-wrong-kind@t'],
  ])('%s', async (_what, definitions, ...faults) => {
    expect((await refusals(fileWith(definitions))).toSorted()).toEqual(faults.toSorted());
  });

  it('but what is drawn as it should be', async () => {
    expect(await refusals(fileWith(task(io(sets) + input('d', 'i'))))).toEqual([]);
  });
});
