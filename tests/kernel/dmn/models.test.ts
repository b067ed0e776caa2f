import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import { compileRoute, decide, decision, file, literal, table } from './dmn-models.ts';

const NOW = '2026-09-10T01:12:00.000Z';
const requires = (kind: string, id: string): string =>
  kind === 'Knowledge'
    ? `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
    : `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`;

describe('decisions', () => {
  it('see variables without declaring them, as process models do', async () => {
    expect(await decide(literal('case.area + "!"'), { case: { area: 'A1' } })).toEqual({
      ok: true,
      output: 'A1!',
      inputs: { 'case.area': 'A1' },
      rules: [],
    });
  });

  it('use the results of the decisions they require, each made once', async () => {
    const route = await compileRoute(
      decision(literal('level + 1'), requires('Decision', 'level')) + decision(literal('x * 2'), '', 'level'),
    );

    expect(route.reads).toEqual(['x']);
    expect(route.evaluate({ variables: { x: 2 }, now: NOW })).toMatchObject({ ok: true, output: 5 });
  });

  it('call business knowledge models, which see their parameters only', async () => {
    const model = `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal('[n * 2, x]')}</encapsulatedLogic></businessKnowledgeModel>`;
    const route = await compileRoute(decision(literal('f(x)'), requires('Knowledge', 'f')) + model);

    expect(route.evaluate({ variables: { x: 2 }, now: NOW })).toMatchObject({ ok: true, output: [4, null] });
  });

  it('call them through boxed invocations, by the names of their parameters', async () => {
    const binding = (name: string, source: string): string =>
      `<binding><parameter name="${name}"/>${literal(source)}</binding>`;
    const model = `<businessKnowledgeModel id="f" name="minus it"><encapsulatedLogic><formalParameter name="a"/><formalParameter name="b"/>${literal('a - b')}</encapsulatedLogic></businessKnowledgeModel>`;
    const invocation = `<invocation>${literal('minus it')}${binding('b', '1')}${binding('a', 'x')}</invocation>`;
    const route = await compileRoute(decision(invocation, requires('Knowledge', 'f')) + model);

    expect(route.evaluate({ variables: { x: 5 }, now: NOW })).toMatchObject({ ok: true, output: 4 });
  });

  it('hold boxed contexts, whose entries see those before them', async () => {
    const entry = (name: string, source: string): string =>
      `<contextEntry>${name === '' ? '' : `<variable name="${name}"/>`}${literal(source)}</contextEntry>`;

    expect(await decide(`<context>${entry('a', 'x')}${entry('b c', 'a + 1')}</context>`, { x: 1 })).toMatchObject({
      output: { a: 1, 'b c': 2 },
    });
    expect(await decide(`<context>${entry('a', 'x')}${entry('', 'a + 5')}</context>`, { x: 1 })).toMatchObject({
      output: 6,
    });
  });

  it('hold lists and relations', async () => {
    const relation = `<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('x')}</row><row>${literal('2')}${literal('"z"')}</row></relation>`;

    expect(await decide(`<list>${literal('x')}${literal('2')}</list>`, { x: 1 })).toMatchObject({ output: [1, 2] });
    expect(await decide(relation, { x: 9 })).toMatchObject({
      output: [
        { a: 1, b: 9 },
        { a: 2, b: 'z' },
      ],
    });
  });

  it('hold tables inside other boxes', async () => {
    const inner = `<contextEntry><variable name="t"/>${table({ rules: [['1', '"one"']] })}</contextEntry>`;

    expect(await decide(`<context>${inner}</context>`, { x: 1 })).toMatchObject({ output: { t: 'one' } });
  });

  it('check their declared inputs against item definitions', async () => {
    const types =
      '<itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues></itemDefinition>';
    const input = '<inputData id="in" name="level"><variable name="level" typeRef="tLevel"/></inputData>';
    const route = await compileRoute(types + decision(literal('level'), requires('Input', 'in')) + input);

    expect(route.evaluate({ variables: { level: 'a' }, now: NOW })).toMatchObject({ ok: true, output: 'a' });
    expect(route.evaluate({ variables: { level: 'c' }, now: NOW })).toMatchObject({
      ok: false,
      fault: { code: 'decision-input-type' },
    });
  });

  it('read names with signs of FEEL in them when the model declares them', async () => {
    const input = '<inputData id="in" name="Pre-bureau risk"><variable name="Pre-bureau risk"/></inputData>';
    const route = await compileRoute(decision(literal('Pre-bureau risk + 1'), requires('Input', 'in')) + input);

    expect(route.evaluate({ variables: { 'Pre-bureau risk': 1 }, now: NOW })).toMatchObject({ ok: true, output: 2 });
  });

  it('keep the names of their entries, and read them in any spelling', async () => {
    const entry = (name: string, source: string): string =>
      `<contextEntry><variable name="${name}"/>${literal(source)}</contextEntry>`;

    expect(await decide(`<context>${entry('a - b', '1')}${entry('c', 'a-b + 1')}</context>`, {})).toMatchObject({
      output: { 'a - b': 1, c: 2 },
    });
  });

  it('end with a fault when they cost too much', async () => {
    const result = await decide(literal('count(for i in 1..9000, j in 1..9000 return i)'), {});

    expect(result.ok).toBe(false);
  });

  it('are the same in every version of DMN', async () => {
    const versions = [
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
      'http://www.omg.org/spec/DMN/20180521/MODEL/',
      'https://www.omg.org/spec/DMN/20211108/MODEL/',
      'https://www.omg.org/spec/DMN/20230324/MODEL/',
    ];
    const compiled = await Promise.all(
      versions.map((namespace) => compileDecisions(file(decision(literal('1')), namespace))),
    );

    expect(compiled.map(({ decisions, faults }) => [decisions.has('route'), faults])).toEqual(
      versions.map(() => [true, []]),
    );
  });
});
