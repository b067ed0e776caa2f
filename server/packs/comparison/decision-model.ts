import { readDmnXml } from '../../kernel/dmn/read-dmn-xml.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { present, takeText, takeTree, takeTrees, treeOfModel, type OpenTree } from './model-tree.ts';
import { written } from './written.ts';

/**
 * A DMN file as what it means: decisions with the columns and rules of their tables by id. Ids of cells and the drawing
 * are kept apart, and whatever nobody knows stays under `other`.
 *
 * @returns null when the text is no DMN that can be read
 */
export async function decisionModel(xml: string): Promise<JsonObject | null> {
  const { root } = await readDmnXml(xml);
  if (!root) return null;
  const tree = treeOfModel(root);
  const drawing: OpenTree = {};
  if (tree['dmnDI'] !== undefined) drawing['dmnDI'] = tree['dmnDI'];
  delete tree['dmnDI'];
  const decisions: { [id: string]: Json } = {};
  const others: OpenTree[] = [];
  for (const element of takeTrees(tree, 'drgElement'))
    if (element['$type'] === 'dmn:Decision') decisions[written(element['id'])] = oneDecision(element, drawing);
    else others.push(element);
  return present({ decisions, drawing, other: { ...tree, ...(others.length > 0 ? { drgElement: others } : {}) } });
}

function oneDecision(tree: OpenTree, drawing: OpenTree): JsonObject {
  delete tree['id'];
  delete tree['$type'];
  const name = takeText(tree, 'name');
  const description = takeText(tree, 'description');
  const logic = tree['decisionLogic'];
  const isTable =
    typeof logic === 'object' && logic !== null && '$type' in logic && logic['$type'] === 'dmn:DecisionTable';
  const table = isTable ? takeTree(tree, 'decisionLogic') : undefined;
  return present({ name, description, ...(table ? oneTable(table, drawing) : {}), other: tree });
}

function oneTable(table: OpenTree, drawing: OpenTree): { readonly [member: string]: Json | undefined } {
  delete table['$type'];
  const inputs = takeTrees(table, 'input').map((column) => oneInput(column, drawing));
  const outputs = takeTrees(table, 'output').map(oneOutput);
  const rules = takeTrees(table, 'rule').map((rule) => oneRule(rule, ids(inputs), ids(outputs), drawing));
  return {
    hitPolicy: takeText(table, 'hitPolicy'),
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    rules: Object.fromEntries(rules),
    // In a table that takes the first rule that fits the order counts.
    order: ids(rules),
    columns: [...ids(inputs), ...ids(outputs)],
    table: table,
  };
}

type Named = readonly [string, JsonObject];

function ids(named: readonly Named[]): readonly string[] {
  return named.map(([id]) => id);
}

function oneInput(column: OpenTree, drawing: OpenTree): Named {
  const id = written(column['id']);
  delete column['id'];
  delete column['$type'];
  const expression = takeTree(column, 'inputExpression');
  const known = {
    label: takeText(column, 'label'),
    expression: expression && takeText(expression, 'text'),
    type: expression && takeText(expression, 'typeRef'),
    allowed: allowedOf(column, 'inputValues'),
  };
  if (expression) drawing[`expression of ${id}`] = expression;
  return [id, present({ ...known, other: column })];
}

function oneOutput(column: OpenTree): Named {
  const id = written(column['id']);
  delete column['id'];
  delete column['$type'];
  const known = {
    label: takeText(column, 'label'),
    name: takeText(column, 'name'),
    type: takeText(column, 'typeRef'),
    allowed: allowedOf(column, 'outputValues'),
  };
  return [id, present({ ...known, other: column })];
}

function allowedOf(column: OpenTree, name: string): Json | undefined {
  const values = takeTree(column, name);
  return values && takeText(values, 'text');
}

function oneRule(rule: OpenTree, inputs: readonly string[], outputs: readonly string[], drawing: OpenTree): Named {
  const id = written(rule['id']);
  delete rule['id'];
  delete rule['$type'];
  const cells = (name: string, columns: readonly string[]): JsonObject =>
    Object.fromEntries(
      takeTrees(rule, name).map((cell, index) => {
        const text = takeText(cell, 'text') ?? '';
        drawing[`${name} ${index} of ${id}`] = cell;
        return [columns[index] ?? String(index), text];
      }),
    );
  const known = {
    description: takeText(rule, 'description'),
    inputs: cells('inputEntry', inputs),
    outputs: cells('outputEntry', outputs),
  };
  return [id, present({ ...known, other: rule })];
}
