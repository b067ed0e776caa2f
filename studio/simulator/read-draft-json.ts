import areas from '../../definitions/schema/areas.schema.json' with { type: 'json' };
import calendar from '../../definitions/schema/calendar.schema.json' with { type: 'json' };
import caseType from '../../definitions/schema/case-type.schema.json' with { type: 'json' };
import demoCases from '../../definitions/schema/demo-cases.schema.json' with { type: 'json' };
import form from '../../definitions/schema/form.schema.json' with { type: 'json' };
import ladder from '../../definitions/schema/ladder.schema.json' with { type: 'json' };
import ledger from '../../definitions/schema/ledger.schema.json' with { type: 'json' };
import limits from '../../definitions/schema/limits.schema.json' with { type: 'json' };
import meeting from '../../definitions/schema/meeting.schema.json' with { type: 'json' };
import notice from '../../definitions/schema/notice.schema.json' with { type: 'json' };
import pack from '../../definitions/schema/pack.schema.json' with { type: 'json' };
import people from '../../definitions/schema/people.schema.json' with { type: 'json' };
import posts from '../../definitions/schema/posts.schema.json' with { type: 'json' };
import roles from '../../definitions/schema/roles.schema.json' with { type: 'json' };
import scenario from '../../definitions/schema/scenario.schema.json' with { type: 'json' };
import translations from '../../definitions/schema/translations.schema.json' with { type: 'json' };
import type { JsonKind } from '../../server/kernel/compilation/file-kinds.ts';
import type { ReadJson } from '../../server/kernel/compilation/json-shapes.ts';
import { unreadableFile } from '../../server/kernel/compilation/unreadable-file.ts';
import { isJsonObject, parsedJson, type JsonObject } from '../../server/kernel/json.ts';
import { interpretValidator } from '../form-view/interpret-validator.ts';

const schemas: { readonly [kind in JsonKind]: JsonObject } = {
  pack,
  areas,
  posts,
  roles,
  limits,
  'case-type': caseType,
  form,
  calendar,
  ladder,
  meeting,
  ledger,
  notice,
  translations,
  people,
  'demo-cases': demoCases,
  scenario,
};

/**
 * Reads a JSON file of a draft. A draft may be half done, and what does not fit its schema must stay out of a run as it
 * stays out of a release; what exactly is wrong with it the draft's own problems say, place by place.
 */
export const readDraftJson: ReadJson = (kind, at, text) => {
  const value = parsedJson(text);
  if (!isJsonObject(value) || interpretValidator(schemas[kind])(value).length > 0)
    return { value: null, faults: [unreadableFile(at)] };
  // Its schema says what it is.
  return { value: value as never, faults: [] };
};
