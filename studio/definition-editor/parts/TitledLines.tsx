import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorProps } from '../editor-props.ts';
import { freeId, movedItem } from '../json-edit.ts';
import { DragList } from '../../ui/desktop/DragList.tsx';
import { PlaceProblems } from './PlaceProblems.tsx';

interface TitledLinesProps {
  readonly editor: EditorProps;
  /** The member that holds the list: items of id and title. */
  readonly member: string;
  /** What the ids of new items begin with. */
  readonly base: string;
  readonly newTitle: string;
}

/** A list of things that have a title and an order. */
export function TitledLines({ editor, member, base, newTitle }: TitledLinesProps): ReactElement {
  const { json, onChange, problems, fixed } = editor;
  const { text } = useText();
  const items = isJsonArray(json[member]) ? json[member].filter(isJsonObject) : [];
  const set = (next: readonly Json[]): void => onChange({ ...json, [member]: next });
  const idOf = (item: JsonObject): string => plainText(item['id'] ?? '');
  return (
    <>
      <DragList
        items={items}
        keyOf={idOf}
        titleOf={(item) => plainText(item['title'] ?? '')}
        fixed={fixed}
        onMove={(from, to) => set(movedItem(items, from, to))}
        onRemove={items.length > 1 ? (nth) => set(items.toSpliced(nth, 1)) : null}
      >
        {(item, nth) => (
          <div data-path={`/${member}/${nth}`}>
            <InlineText
              label={text('definition.line-title', { nth: nth + 1 })}
              value={plainText(item['title'] ?? '')}
              longest={20}
              onChange={(title) => set(items.with(nth, { ...item, title }))}
            />
            <PlaceProblems problems={problems} place={`/${member}/${nth}`} />
          </div>
        )}
      </DragList>
      {!fixed && (
        <Button kind="text" onPress={() => set([...items, { id: freeId(base, items.map(idOf)), title: newTitle }])}>
          <Icon name="plus" small />
          {newTitle}
        </Button>
      )}
    </>
  );
}
