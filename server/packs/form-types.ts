import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { FormDefinition } from '../kernel/forms/form-definition.ts';
import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';
import type { CompiledRelease } from '../kernel/release/compiled-release.ts';

/**
 * The data of each form of a pack as TypeScript, so that who writes a plugin gets completion and is told what changed.
 * Rules and rights are not in it: what is asked only at times may be absent. The same pack gives the same text.
 */
export async function formTypes(release: CompiledRelease): Promise<string> {
  const forms = [...release.forms.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const interfaces = await Promise.all(forms.map(interfaceOf));
  const index = forms.map((form) => `  '${form.id}': ${typeName(form.id)};`).join('\n');
  const { pack, version } = release.manifest;
  return `// ${release.title}（${pack} ${version}）：各表单填写的内容 What people fill in, form by form
// gridloom types ${pack}

/** The data of each form by its id. */
export interface Forms {
${index}
}

${interfaces.join('\n')}`;
}

function interfaceOf(form: FormDefinition): Promise<string> {
  const schema: JsonObject = { ...plain(form.schema), description: `${form.title}（${form.id}）` };
  return compile(schema as JSONSchema, typeName(form.id), {
    bannerComment: '',
    // A minimum of items would spell a tuple out for each length.
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
    additionalProperties: false,
    $refOptions: { resolve: { file: false, http: false } },
  });
}

/** `action-item` → `ActionItemData`. */
function typeName(form: string): string {
  const words = form.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join('')}Data`;
}

const kept = new Set(['type', 'enum', 'const', 'required', '$ref', 'minimum', 'maximum']);
const groups = new Set(['properties', '$defs', 'definitions']);

/** A schema with what makes types, its titles as comments: a title alone would make a type of its own name. */
function plain(schema: JsonObject): JsonObject {
  const members = Object.entries(schema).flatMap(([name, value]): (readonly [string, Json])[] => {
    if (kept.has(name)) return [[name, value]];
    if (name === 'items' && isJsonObject(value)) return [[name, plain(value)]];
    if (!groups.has(name) || !isJsonObject(value)) return [];
    const inner = Object.entries(value).map(([key, member]) => [key, isJsonObject(member) ? plain(member) : member]);
    return [[name, Object.fromEntries(inner)]];
  });
  const choices = choicesIn(schema);
  const description = [textIn(schema['title']), ...choices.map(({ value, title }) => `${value} ${title}`)];
  return {
    ...Object.fromEntries(members),
    ...(choices.length > 0 ? { enum: choices.map(({ value }) => value) } : {}),
    ...(schema['type'] === 'object' ? { additionalProperties: false } : {}),
    ...(description[0] === '' ? {} : { description: description.join('\n') }),
  };
}

function choicesIn({ oneOf }: JsonObject): readonly { readonly value: string; readonly title: string }[] {
  if (!isJsonArray(oneOf)) return [];
  return oneOf.flatMap((choice) =>
    isJsonObject(choice) && typeof choice['const'] === 'string'
      ? [{ value: choice['const'], title: textIn(choice['title']) }]
      : [],
  );
}
