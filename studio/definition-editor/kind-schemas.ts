import areas from '../../definitions/schema/areas.schema.json' with { type: 'json' };
import calendar from '../../definitions/schema/calendar.schema.json' with { type: 'json' };
import caseType from '../../definitions/schema/case-type.schema.json' with { type: 'json' };
import ladder from '../../definitions/schema/ladder.schema.json' with { type: 'json' };
import ledger from '../../definitions/schema/ledger.schema.json' with { type: 'json' };
import limits from '../../definitions/schema/limits.schema.json' with { type: 'json' };
import meeting from '../../definitions/schema/meeting.schema.json' with { type: 'json' };
import notice from '../../definitions/schema/notice.schema.json' with { type: 'json' };
import posts from '../../definitions/schema/posts.schema.json' with { type: 'json' };
import roles from '../../definitions/schema/roles.schema.json' with { type: 'json' };
import scenario from '../../definitions/schema/scenario.schema.json' with { type: 'json' };
import type { JsonObject } from '../../server/kernel/json.ts';

/**
 * The JSON Schema of each kind this room edits; of a post, a role or a limit that of one of them, though many stand in
 * one file. They come with the program: what a street may write is not for the street to change.
 */
export const kindSchemas = {
  areas: areas as JsonObject,
  calendar: calendar as JsonObject,
  'case-type': caseType as JsonObject,
  ladder: ladder as JsonObject,
  ledger: ledger as JsonObject,
  limit: limits.properties.limits.items as JsonObject,
  meeting: meeting as JsonObject,
  notice: notice as JsonObject,
  post: posts.properties.posts.items as JsonObject,
  role: roles.properties.roles.items as JsonObject,
  scenario: scenario as JsonObject,
} as const;
