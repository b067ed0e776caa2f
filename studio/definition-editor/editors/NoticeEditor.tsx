import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { noticePlaceholders, type ProcessPart } from '../../../server/kernel/release/process-contract.ts';
import type { DraftDefinitions } from '../../api/drafts/draft-definitions.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { momentWords } from '../../ui/time-words.ts';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { PlaceholderText } from '../parts/PlaceholderText.tsx';
import { piecesOf } from '../parts/text-pieces.ts';
import { placeholderTitle } from '../placeholder-words.ts';
import { UsesList } from '../parts/UsesList.tsx';
import { usesOf } from '../uses.ts';

const places = ['title', 'text'] as const;

/** A notice: its line and its text, with what is filled in as chips among the words. */
export function NoticeEditor({ json, onChange, definitions, problems, fixed }: EditorProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const placeholders = placeholdersFor(definitions, plainText(json['id'] ?? '')).map((name) => ({
    name,
    title: placeholderTitle(name, texts),
  }));
  return (
    <EditorSheet>
      {places.map((place) => (
        <SheetPart
          key={place}
          title={text(`definition.notice.${place}`)}
          note={text(`definition.notice.${place}.hint`)}
          place={`/${place}`}
        >
          <PlaceholderText
            label={text(`definition.notice.${place}`)}
            value={plainText(json[place] ?? '')}
            onChange={(value) => onChange(withValueAt(json, `/${place}`, value))}
            placeholders={placeholders}
            fixed={fixed}
          />
          <PlaceProblems problems={problems} place={`/${place}`} />
        </SheetPart>
      ))}
    </EditorSheet>
  );
}

/** How the notice reads for somebody who gets it, and what sends it. */
export function NoticePanel({ json, definitions, now }: EditorProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const sample = (name: string): string =>
    name === 'at' || name === 'due' || name === 'startsAt'
      ? momentWords(now, now, texts)
      : text(`placeholder-sample.${name}` as TextKey);
  return (
    <>
      <PanelPart title={text('definition.notice.preview')} aside={text('definition.live')}>
        <div className="gl-notice-preview">
          {places.map((place) => (
            <p key={place}>
              {piecesOf(plainText(json[place] ?? '')).map((piece, nth) =>
                // Pieces have no identity besides their place.
                piece.kind === 'words' ? (
                  piece.text
                ) : (
                  <b key={nth}>{known(piece.name) ? sample(piece.name) : piece.name}</b>
                ),
              )}
            </p>
          ))}
        </div>
      </PanelPart>
      <UsesList definitions={definitions} kind="notice" id={plainText(json['id'] ?? '')} />
    </>
  );
}

function known(name: string): boolean {
  return Object.values(noticePlaceholders).some((names) => names.includes(name));
}

/** What can be filled in wherever the notice is sent from. */
function placeholdersFor(definitions: DraftDefinitions, id: string): readonly string[] {
  const parts = usesOf(definitions, 'notice', id).map((use): ProcessPart => {
    if (use.kind === 'ladder') return 'ladder';
    const process = definitions.processes.find(({ file }) => file === use.id)?.id;
    if (definitions.caseTypes.some((caseType) => caseType.process === process)) return 'case';
    return definitions.meetings.some((meeting) => meeting.process === process) ? 'meeting' : 'action-item';
  });
  const all = noticePlaceholders[parts[0] ?? 'case'];
  return all.filter((name) => parts.every((part) => noticePlaceholders[part].includes(name)));
}
