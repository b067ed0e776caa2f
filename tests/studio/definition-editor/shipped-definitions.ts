import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { type DraftDefinitions, draftDefinitions } from '../../../studio/api/drafts/draft-definitions.ts';
import { kindSchemas } from '../../../studio/definition-editor/kind-schemas.ts';
import { definitionsFolder } from '../../packs/planted-pack.ts';

function filesOf(pack: string): { readonly [path: string]: string } {
  const files: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const name of readdirSync(join(definitionsFolder, pack, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (statSync(join(definitionsFolder, pack, path)).isDirectory()) walk(path);
      else files[path] = readFileSync(join(definitionsFolder, pack, path), 'utf8');
    }
  };
  walk('');
  return files;
}

/** The shipped street as an editor sees it: base, and 西关街道 over it. */
export const street: DraftDefinitions = draftDefinitions(
  ['base', 'tianshui-xiguan'].map((id) => ({ id, files: filesOf(id) })),
);

/** Every shipped definition of the kinds that are edited by a form or sentences, with the schema of its kind. */
export const shipped: readonly (readonly [name: string, schema: JsonObject, json: JsonObject])[] = [
  ...listed('post', street.posts),
  ...listed('role', street.roles),
  ...listed('limit', street.limits),
  ...listed('case-type', street.caseTypes),
  ...listed('calendar', street.calendars),
  ...listed('ladder', street.ladders),
  ...listed('meeting', street.meetings),
  ...listed('ledger', street.ledgers),
  ...listed('notice', street.notices),
  ...scenarios(),
];

function listed(
  kind: keyof typeof kindSchemas,
  definitions: readonly { readonly id: string }[],
): readonly (readonly [string, JsonObject, JsonObject])[] {
  return definitions.map((one) => [`${kind} ${one.id}`, kindSchemas[kind], one as unknown as JsonObject] as const);
}

function scenarios(): readonly (readonly [string, JsonObject, JsonObject])[] {
  const files = Object.entries(filesOf('tianshui-xiguan')).filter(([path]) => path.startsWith('tests/'));
  return files.map(([path, text]) => [path, kindSchemas.scenario, JSON.parse(text) as JsonObject] as const);
}
