import { formFields } from '../../../server/kernel/forms/form-fields.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { CaseTypeFile, MeetingFile } from '../../../server/kernel/release/definitions.ts';
import { expandForm } from '../../../server/kernel/release/expand-form.ts';
import { ladderProcess, type ProcessPart } from '../../../server/kernel/release/process-contract.ts';
import { draftDefinitions, type PackFiles } from '../../api/drafts/draft-definitions.ts';
import { readXmlText, type TextElement } from '../preserve/xml-text.ts';
import type { KnownDecision, KnownForm, KnownProcess, Vocabulary } from './vocabulary.ts';

/**
 * What the steps of a process can name. Of two definitions with one id the more special pack's holds. A file that cannot
 * be read, because somebody else's draft has a fault in it, brings nothing; its own editor says what is wrong with it.
 */
export function readVocabulary(packs: readonly PackFiles[]): Vocabulary {
  const { areas, posts, caseTypes, meetings, limits, forms, ladders, notices } = draftDefinitions(packs);
  return {
    areas,
    posts,
    caseTypes,
    limits,
    forms: forms.flatMap((form) => knownForm(form, { areas, posts, caseTypes })),
    ladders,
    notices,
    decisions: texts(packs, 'decisions/').flatMap(decisionsIn),
    processes: processesIn(texts(packs, 'processes/'), caseTypes, meetings),
  };
}

function texts(packs: readonly PackFiles[], folder: string): string[] {
  const byPath = new Map(packs.flatMap(({ files }) => Object.entries(files)));
  return [...byPath].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
}

function knownForm(form: FormDefinition, sources: Parameters<typeof expandForm>[1]): KnownForm[] {
  if (typeof form.schema !== 'object') return [];
  return [{ id: form.id, title: form.title, fields: formFields(expandForm(form, sources)) }];
}

function decisionsIn(dmn: string): KnownDecision[] {
  return inside(rootOf(dmn), 'decision').map((decision) => ({
    id: attributeOf(decision, 'id') ?? '',
    title: attributeOf(decision, 'name') ?? attributeOf(decision, 'id') ?? '',
    columns: inside(decision, 'output').map((output) => {
      const name = attributeOf(output, 'name') ?? '';
      return { name, title: attributeOf(output, 'label') ?? name };
    }),
  }));
}

function processesIn(
  models: readonly string[],
  caseTypes: readonly CaseTypeFile[],
  meetings: readonly MeetingFile[],
): KnownProcess[] {
  const parts = new Map<string, ProcessPart>([[ladderProcess, 'ladder']]);
  const roots = models.map(rootOf);
  for (const header of roots.flatMap((root) => inside(root, 'header')))
    if (attributeOf(header, 'key') === 'process') parts.set(attributeOf(header, 'value') ?? '', 'action-item');
  for (const { process } of meetings) parts.set(process, 'meeting');
  for (const { process } of caseTypes) parts.set(process, 'case');
  return roots
    .flatMap((root) => inside(root, 'process'))
    .map((process) => {
      const id = attributeOf(process, 'id') ?? '';
      return { id, title: attributeOf(process, 'name') ?? id, part: parts.get(id) ?? null };
    });
}

function rootOf(xml: string): TextElement | null {
  return xml.includes('<') ? readXmlText(xml) : null;
}

function inside(element: TextElement | null, local: string): TextElement[] {
  return (element?.children ?? []).flatMap((child) => [
    ...(child.key.endsWith(`}${local}`) || child.key === local ? [child] : []),
    ...inside(child, local),
  ]);
}

function attributeOf(element: TextElement, name: string): string | undefined {
  return element.attributes.get(name)?.value;
}
