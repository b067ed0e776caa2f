import { note, payForList, type Run } from '../feel/evaluation/run.ts';
import { valueScope, type Scope } from '../feel/evaluation/scope.ts';
import { spellName } from '../feel/syntax/name-text.ts';
import { userFunction } from '../feel/evaluation/user-function.ts';
import { notAFunction } from '../feel/faults.ts';
import { contextOf, kindOf, ofKind, type FeelFunction, type FeelValue } from '../feel/values/feel-value.ts';
import { at, feelLogic, feelSyntax, NO_LOGIC, report, withBound, type Compilation, type Logic } from './compilation.ts';
import { compileTable } from './decision-table.ts';
import { childOf, childrenOf, textOf, type DmnElement } from './dmn-element.ts';
import { conform, conformOrNull, namesOf } from './item-types.ts';

/** Compiles any expression of DMN 1.3 (clause 7.3 and 10.2): literal, table, invocation, context, list, relation, function. */
export function compileBoxed(compilation: Compilation, element: DmnElement | undefined): Logic {
  switch (element?.$type) {
    case 'dmn:LiteralExpression':
      return feelLogic(feelSyntax(at(compilation, element), element));
    case 'dmn:DecisionTable': {
      const table = compileTable(compilation, element);
      return table === null ? NO_LOGIC : (scope, run) => table.evaluate(scope, run).output;
    }
    case 'dmn:Invocation':
      return compileInvocation(compilation, element);
    case 'dmn:Context':
      return compileContext(compilation, element);
    case 'dmn:List':
      return listLogic(childrenOf(element, 'elements').map((item) => compileBoxed(compilation, item)));
    case 'dmn:Relation':
      return compileRelation(compilation, element);
    case 'dmn:FunctionDefinition':
      return compileFunction(compilation, element);
    default:
      report(
        compilation,
        'dmn-logic-missing',
        '没有决策逻辑（决策表或表达式）。',
        'there is no decision logic (a table or an expression).',
      );
      return NO_LOGIC;
  }
}

/** A function definition as the logic whose value is that function; its body sees the scope it is defined in. */
export function compileFunction(compilation: Compilation, element: DmnElement): Logic {
  const kind = textOf(element, 'kind');
  if (kind !== undefined && kind !== 'FEEL') {
    report(
      compilation,
      'external-function',
      `不支持 ${kind} 函数：定义不能调用系统以外的程序。`,
      `${kind} functions are not supported: a definition cannot call programs outside.`,
    );
    return NO_LOGIC;
  }
  const parameters = childrenOf(element, 'formalParameter').map((parameter) => ({
    name: spellName(textOf(parameter, 'name') ?? ''),
    type: compilation.types(textOf(parameter, 'typeRef')),
  }));
  const inside = withBound(compilation, Object.fromEntries(parameters.map(({ name, type }) => [name, namesOf(type)])));
  const body = compileBoxed(inside, childOf(element, 'body'));
  return (scope) =>
    userFunction(
      parameters.map(({ name }) => ({ name })),
      (values, run) => {
        const received = new Map<string, FeelValue>();
        for (const { name, type } of parameters) {
          const fitting = conform(run, values.get(name) ?? null, type);
          if (fitting === undefined) return null;
          received.set(name, fitting);
        }
        return body(valueScope(received, scope), run);
      },
    );
}

function compileInvocation(compilation: Compilation, element: DmnElement): Logic {
  const called = compileBoxed(at(compilation, element, '的调用', 'invocation'), childOf(element, 'calledFunction'));
  const bindings = childrenOf(element, 'binding').map((binding) => {
    const name = spellName(textOf(childOf(binding, 'parameter'), 'name') ?? '');
    return {
      name,
      logic: compileBoxed(
        at(compilation, binding, `参数“${name}”`, `parameter "${name}"`),
        childOf(binding, 'bindingFormula'),
      ),
    };
  });
  return (scope, run) => {
    const callee = called(scope, run);
    const toCall: FeelFunction | null = ofKind(callee, 'function');
    if (toCall === null) return note(run, notAFunction(kindOf(callee)));
    return toCall.callNamed(run, new Map(bindings.map(({ name, logic }) => [name, logic(scope, run)] as const)));
  };
}

/** Entries see those before them; an entry without a name is the result of the whole context (clause 10.2.1.4). */
function compileContext(compilation: Compilation, element: DmnElement): Logic {
  let inside = compilation;
  const entries = childrenOf(element, 'contextEntry').map((entry) => {
    const variable = childOf(entry, 'variable');
    const name = textOf(variable, 'name') ?? null;
    const type = compilation.types(textOf(variable, 'typeRef'));
    const logic = compileBoxed(
      at(inside, entry, name === null ? '的结果' : `的“${name}”`, name === null ? 'result' : `entry "${name}"`),
      childOf(entry, 'value'),
    );
    if (name !== null) inside = withBound(inside, { [name]: namesOf(type) });
    return { name, type, logic };
  });
  return (scope, run) => {
    const values = new Map<string, FeelValue>();
    const results: (readonly [string, FeelValue])[] = [];
    const innerScope = valueScope(values, scope);
    for (const { name, type, logic } of entries) {
      const value = conformOrNull(run, logic(innerScope, run), type);
      if (name === null) return value;
      values.set(spellName(name), value);
      results.push([name, value]);
    }
    return contextOf(results);
  };
}

function compileRelation(compilation: Compilation, element: DmnElement): Logic {
  const columns = childrenOf(element, 'column').map((column) => textOf(column, 'name') ?? '');
  const rows = childrenOf(element, 'row').map((row) => {
    const cells = childrenOf(row, 'elements').map((cell) => compileBoxed(at(compilation, row, '的行', 'row'), cell));
    return (scope: Scope, run: Run): FeelValue =>
      contextOf(columns.map((column, index) => [column, cells[index]?.(scope, run) ?? null] as const));
  });
  return listLogic(rows);
}

function listLogic(items: readonly Logic[]): Logic {
  return (scope, run) =>
    payForList(
      run,
      items.map((item) => item(scope, run)),
    );
}
