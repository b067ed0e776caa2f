import type { OpenDefinition, ProblemView } from '../../../studio/api/drafts/use-draft-definition.ts';
import type { Language } from '../../../studio/translations/language.ts';

/** What the page is opened with. */
export interface EditorScene {
  readonly id: string;
  readonly title: string;
  readonly xml: string;
  readonly packs: readonly { readonly id: string; readonly files: Readonly<Record<string, string>> }[];
  readonly language?: Language;
  readonly problems?: readonly ProblemView[];
  readonly readOnly?: OpenDefinition['readOnly'];
}

const person = { id: '00000000-0000-7000-8000-000000000001', name: '李秀英' };

/** A draft as it is in an editor, without a server behind it. */
export function openDefinition(
  scene: EditorScene,
  xml: string,
  reload: number,
  save: OpenDefinition['save'],
): OpenDefinition {
  const nothing = async (): Promise<void> => Promise.resolve();
  return {
    area: '620502005',
    draft: {
      id: '00000000-0000-7000-8000-0000000000d1',
      area: { code: '620502005', name: '西关街道' },
      revision: 4,
      state: 'open',
      changedAt: '2026-11-28T02:28:00.000Z',
      changedBy: person,
      submitted: null,
      givenBack: null,
    },
    kind: 'process',
    id: scene.id,
    title: scene.title,
    origin: 'own',
    content: { xml },
    published: { xml: scene.xml },
    pack: { title: '西关街道', version: '3.2.0' },
    running: 12,
    assumed: [{ place: 'handle', reason: '原文没有写时限，先按 3 个工作日' }],
    sources: [{ place: '', document: '西关街道“6+X”实施方案', passage: '事件办理七个环节' }],
    save,
    flush: async () => Promise.resolve(true),
    saving: 'saved',
    savingProblem: null,
    connected: true,
    changedAt: '2026-11-28T02:28:00.000Z',
    changedBy: '李秀英',
    readOnly: scene.readOnly ?? null,
    lock: { person, since: '2026-11-28T02:20:00.000Z', mine: true },
    takeOver: nothing,
    conflict: null,
    looking: false,
    look: () => undefined,
    solve: () => undefined,
    restore: nothing,
    problems: scene.problems ?? [],
    checkedAt: '2026-11-28T02:31:00.000Z',
    reload,
  };
}
