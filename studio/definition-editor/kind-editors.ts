import type { ReactElement } from 'react';
import type { DefinitionKind } from '../api/drafts/content.ts';
import { CalendarEditor, CalendarPanel } from './editors/CalendarEditor.tsx';
import { CaseTypeEditor, CaseTypePanel } from './editors/CaseTypeEditor.tsx';
import { LadderEditor, LadderPanel } from './editors/LadderEditor.tsx';
import { LedgerEditor, LedgerPanel } from './editors/LedgerEditor.tsx';
import { LimitEditor, LimitPanel } from './editors/LimitEditor.tsx';
import { MeetingEditor } from './editors/MeetingEditor.tsx';
import { MeetingPanel } from './editors/MeetingPanel.tsx';
import { NoticeEditor, NoticePanel } from './editors/NoticeEditor.tsx';
import { PostEditor, PostPanel } from './editors/PostEditor.tsx';
import { RoleEditor, RolePanel } from './editors/RoleEditor.tsx';
import { ScenarioEditor } from './editors/ScenarioEditor.tsx';
import { ScenarioPanel } from './editors/ScenarioPanel.tsx';
import { TranslationsEditor, TranslationsPanel } from './editors/TranslationsEditor.tsx';
import type { EditorProps } from './editor-props.ts';

/** The kinds this room edits. Areas, processes, forms and decisions have rooms of their own. */
export type EditedKind = Exclude<DefinitionKind, 'areas' | 'process' | 'form' | 'decision'>;

interface KindEditor {
  readonly Editor: (props: EditorProps) => ReactElement;
  readonly Panel: (props: EditorProps) => ReactElement;
}

/** What each kind is edited with: its canvas and its panel. */
export const kindEditors: { readonly [kind in EditedKind]: KindEditor } = {
  post: { Editor: PostEditor, Panel: PostPanel },
  role: { Editor: RoleEditor, Panel: RolePanel },
  limit: { Editor: LimitEditor, Panel: LimitPanel },
  'case-type': { Editor: CaseTypeEditor, Panel: CaseTypePanel },
  calendar: { Editor: CalendarEditor, Panel: CalendarPanel },
  ladder: { Editor: LadderEditor, Panel: LadderPanel },
  meeting: { Editor: MeetingEditor, Panel: MeetingPanel },
  ledger: { Editor: LedgerEditor, Panel: LedgerPanel },
  notice: { Editor: NoticeEditor, Panel: NoticePanel },
  translations: { Editor: TranslationsEditor, Panel: TranslationsPanel },
  scenario: { Editor: ScenarioEditor, Panel: ScenarioPanel },
};

/** The kind an address names; null when this room does not edit it. */
export function editedKind(kind: string): EditedKind | null {
  const known = Object.keys(kindEditors) as readonly EditedKind[];
  return known.find((one) => one === kind) ?? null;
}
