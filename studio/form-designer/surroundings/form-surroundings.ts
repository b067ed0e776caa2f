import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { isJsonObject, parsedJson, type JsonObject } from '../../../server/kernel/json.ts';
import type { AreasFile, CaseTypeFile, LedgerFile, PostsFile } from '../../../server/kernel/release/definitions.ts';
import type { ChoiceSources } from '../../../server/kernel/release/expand-form.ts';
import { formIn } from '../questions/read-questions.ts';
import { type FormStep, stepsOfProcess } from './steps-of-process.ts';

/** The files a draft would be published from, the most general pack first (`readDraftRelease`). */
export type PackFiles = readonly { readonly files: Readonly<Record<string, string>> }[];

/** What a form stands among: what it may take its answers from, where it is filled in, what other forms ask. */
export interface FormSurroundings {
  readonly sources: ChoiceSources;
  readonly forms: readonly FormDefinition[];
  readonly ledgers: readonly LedgerFile[];
  /** Every step of every process in which a form is filled in. */
  readonly steps: readonly FormStep[];
}

export const noSurroundings: FormSurroundings = {
  sources: { areas: [], posts: [], caseTypes: [] },
  forms: [],
  ledgers: [],
  steps: [],
};

/**
 * Reads them from the files of the draft. A file that cannot be read is left out: its own editor says what is wrong with
 * it, and here it would only take the preview away.
 */
export function readSurroundings(packs: PackFiles): FormSurroundings {
  const posts = byId(objectsIn<PostsFile>(packs, 'posts.json').flatMap((file) => file.posts));
  const areas = objectsIn<AreasFile>(packs, 'areas.json').at(-1)?.areas ?? [];
  const processes = new Map(
    packs.flatMap(({ files }) => Object.entries(files).filter(([path]) => /^processes\/.*\.bpmn$/.test(path))),
  );
  return {
    sources: { areas, posts, caseTypes: byId(objectsIn<CaseTypeFile>(packs, 'case-types/')) },
    forms: byId(objectsIn<JsonObject>(packs, 'forms/').flatMap((json) => formIn(json) ?? [])),
    ledgers: byId(objectsIn<LedgerFile>(packs, 'ledgers/')),
    steps: [...processes.values()].flatMap((xml) => stepsOfProcess(xml, posts)),
  };
}

/** The JSON objects in the files whose paths begin like this, the most general pack first. */
function objectsIn<File>(packs: PackFiles, beginning: string): readonly File[] {
  return packs.flatMap(({ files }) =>
    Object.entries(files)
      .filter(([path]) => path.startsWith(beginning) && path.endsWith('.json'))
      .flatMap(([, text]) => {
        const json = parsedJson(text);
        return isJsonObject(json) ? [json as File] : [];
      }),
  );
}

/** What a pack writes stands over what has the same id below it. */
function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
