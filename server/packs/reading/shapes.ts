import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import areas from '../../../definitions/schema/areas.schema.json' with { type: 'json' };
import calendar from '../../../definitions/schema/calendar.schema.json' with { type: 'json' };
import caseType from '../../../definitions/schema/case-type.schema.json' with { type: 'json' };
import demoCases from '../../../definitions/schema/demo-cases.schema.json' with { type: 'json' };
import form from '../../../definitions/schema/form.schema.json' with { type: 'json' };
import ladder from '../../../definitions/schema/ladder.schema.json' with { type: 'json' };
import ledger from '../../../definitions/schema/ledger.schema.json' with { type: 'json' };
import limits from '../../../definitions/schema/limits.schema.json' with { type: 'json' };
import meeting from '../../../definitions/schema/meeting.schema.json' with { type: 'json' };
import notice from '../../../definitions/schema/notice.schema.json' with { type: 'json' };
import pack from '../../../definitions/schema/pack.schema.json' with { type: 'json' };
import people from '../../../definitions/schema/people.schema.json' with { type: 'json' };
import posts from '../../../definitions/schema/posts.schema.json' with { type: 'json' };
import roles from '../../../definitions/schema/roles.schema.json' with { type: 'json' };
import scenario from '../../../definitions/schema/scenario.schema.json' with { type: 'json' };
import translations from '../../../definitions/schema/translations.schema.json' with { type: 'json' };
import type { JsonKind } from '../../kernel/compilation/file-kinds.ts';
import type { JsonShapes } from '../../kernel/compilation/json-shapes.ts';
import type { JsonObject } from '../../kernel/json.ts';

const schemas: { readonly [kind in JsonKind]: object } = {
  pack: pack,
  areas: areas,
  posts: posts,
  roles: roles,
  limits: limits,
  'case-type': caseType,
  form: form,
  calendar: calendar,
  ladder: ladder,
  meeting: meeting,
  ledger: ledger,
  notice: notice,
  translations: translations,
  people: people,
  'demo-cases': demoCases,
  scenario: scenario,
};

/**
 * How the schemas of definitions are compiled. `verbose` puts schema and data beside each error, from which its sentence
 * is made. They are ours and the tests hold them to the standard, so that a program that starts neither checks them again
 * nor polishes the code they become: compiling them takes a fifth of the time.
 */
export const shapeRules = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateSchema: false,
  code: { optimize: false },
} as const;

const ajv = new Ajv2020(shapeRules);
const compiled = new Map<JsonKind, ValidateFunction>();

/** The compiled schema of a kind; ours, not a pack's, so compiling it runs no foreign text. */
export function shapeOf<Kind extends JsonKind>(kind: Kind): ValidateFunction<JsonShapes[Kind]> {
  const known = compiled.get(kind) ?? ajv.compile(schemas[kind]);
  compiled.set(kind, known);
  return known as ValidateFunction<JsonShapes[Kind]>;
}

/** The JSON Schema of a kind: its titles say in Chinese what each value is. */
export function schemaOf(kind: JsonKind): JsonObject {
  return schemas[kind] as JsonObject;
}
