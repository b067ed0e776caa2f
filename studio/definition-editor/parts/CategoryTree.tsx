import { type ReactElement, useState } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckInput } from '../../ui/CheckInput.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorProps } from '../editor-props.ts';
import { freeId, movedItem } from '../json-edit.ts';
import { DragList } from '../../ui/desktop/DragList.tsx';
import { PlaceProblems } from './PlaceProblems.tsx';

/** The categories of a case in two levels; a top one is opened to show and change what is below it. */
export function CategoryTree(editor: EditorProps): ReactElement {
  const { json, onChange, fixed } = editor;
  const { text } = useText();
  const tops = childrenIn(json, 'categories');
  const [open, setOpen] = useState<string | null>(null);
  const set = (next: readonly Json[]): void => onChange({ ...json, categories: next });
  const used = tops.flatMap((top) => [idOf(top), ...childrenIn(top, 'children').map(idOf)]);
  const add = (): void => {
    const id = freeId('category', used);
    set([
      ...tops,
      {
        id,
        title: text('definition.categories.new'),
        children: [newChild(id, used, text('definition.categories.new-child'))],
      },
    ]);
    setOpen(id);
  };
  return (
    <>
      <DragList
        items={tops}
        keyOf={idOf}
        titleOf={titleOf}
        fixed={fixed}
        onMove={(from, to) => set(movedItem(tops, from, to))}
        onRemove={tops.length > 1 ? (nth) => set(tops.toSpliced(nth, 1)) : null}
      >
        {(top, nth) => (
          <TopCategory
            editor={editor}
            top={top}
            nth={nth}
            used={used}
            open={open === idOf(top) || hasProblem(editor, `/categories/${nth}/`)}
            onOpen={() => setOpen(open === idOf(top) ? null : idOf(top))}
            onChange={(next) => set(tops.with(nth, next))}
          />
        )}
      </DragList>
      {!fixed && (
        <Button kind="text" onPress={add}>
          <Icon name="plus" small />
          {text('definition.categories.add')}
        </Button>
      )}
    </>
  );
}

interface TopCategoryProps {
  readonly editor: EditorProps;
  readonly top: JsonObject;
  readonly nth: number;
  readonly used: readonly string[];
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onChange: (top: JsonObject) => void;
}

function TopCategory({ editor, top, nth, used, open, onOpen, onChange }: TopCategoryProps): ReactElement {
  const { text } = useText();
  const children = childrenIn(top, 'children');
  return (
    <div data-path={`/categories/${nth}`} className="gl-category">
      <div className="gl-category-head">
        <InlineText
          label={text('definition.categories.title')}
          value={titleOf(top)}
          longest={20}
          onChange={(title) => onChange({ ...top, title })}
        />
        <button type="button" className="gl-category-open" aria-expanded={open} onClick={onOpen}>
          <span className="quiet">
            {text('definition.categories.children', { count: children.length })}{' '}
            {children.slice(0, 5).map(titleOf).join(text('list.comma'))}
          </span>
          <Icon name={open ? 'down' : 'right'} small />
        </button>
      </div>
      {open && <ChildCategories {...{ editor, top, nth, used, onChange }} />}
    </div>
  );
}

function ChildCategories({
  editor,
  top,
  nth,
  used,
  onChange,
}: Omit<TopCategoryProps, 'open' | 'onOpen'>): ReactElement {
  const { text } = useText();
  const { fixed, problems } = editor;
  const children = childrenIn(top, 'children');
  const set = (next: readonly Json[]): void => onChange({ ...top, children: next });
  return (
    <div className="gl-category-children">
      <DragList
        items={children}
        keyOf={idOf}
        titleOf={titleOf}
        fixed={fixed}
        onMove={(from, to) => set(movedItem(children, from, to))}
        onRemove={children.length > 1 ? (place) => set(children.toSpliced(place, 1)) : null}
      >
        {(child, place) => (
          <div className="gl-category-head" data-path={`/categories/${nth}/children/${place}`}>
            <InlineText
              label={text('definition.categories.child-title')}
              value={titleOf(child)}
              longest={20}
              onChange={(title) => set(children.with(place, { ...child, title }))}
            />
            {!fixed && (
              <CheckInput
                label={text('definition.categories.photo')}
                value={child['evidencePhoto'] === true}
                onChange={(needed) => set(children.with(place, withPhoto(child, needed)))}
              />
            )}
            <PlaceProblems problems={problems} place={`/categories/${nth}/children/${place}`} />
          </div>
        )}
      </DragList>
      {!fixed && (
        <Button
          kind="text"
          small
          onPress={() => set([...children, newChild(idOf(top), used, text('definition.categories.new-child'))])}
        >
          <Icon name="plus" small />
          {text('definition.categories.add-child', { title: titleOf(top) })}
        </Button>
      )}
    </div>
  );
}

function newChild(top: string, used: readonly string[], title: string): JsonObject {
  return { id: freeId(top, used), title };
}

/** A category that needs no photo does not say so. */
function withPhoto(category: JsonObject, needed: boolean): JsonObject {
  const { evidencePhoto: _, ...rest } = category;
  return needed ? { ...rest, evidencePhoto: true } : rest;
}

function hasProblem({ problems }: EditorProps, below: string): boolean {
  return problems.some(({ place }) => place.startsWith(below));
}

function childrenIn(node: JsonObject, member: string): readonly JsonObject[] {
  const list = node[member];
  return isJsonArray(list) ? list.filter(isJsonObject) : [];
}

function idOf(category: JsonObject): string {
  return plainText(category['id'] ?? '');
}

function titleOf(category: JsonObject): string {
  return plainText(category['title'] ?? '');
}
