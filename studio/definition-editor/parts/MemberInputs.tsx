import type { ReactElement } from 'react';
import { valueAt } from '../../../server/kernel/forms/json-pointer.ts';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { inlineOptions, referenceChoices } from '../references.ts';

interface MemberProps {
  readonly editor: EditorProps;
  /** JSON pointer of the member. */
  readonly place: string;
  readonly label: string;
}

/** A text of a definition, written inside a sentence. */
export function MemberText({
  editor,
  place,
  label,
  longest,
}: MemberProps & { readonly longest: number }): ReactElement {
  const { json, onChange } = editor;
  return (
    <InlineText
      label={label}
      value={plainText(valueAt(json, place) ?? '')}
      longest={longest}
      onChange={(words) => onChange(withValueAt(json, place, words))}
    />
  );
}

/** Another definition a definition refers to, or one of a few words, chosen inside a sentence. */
export function MemberChoice({
  editor,
  place,
  label,
  source,
  options = [],
  nothing,
}: MemberProps & {
  /** Where the choices come from, as `x-choices` names it. */
  readonly source?: string;
  readonly options?: readonly { readonly id: string; readonly title: string }[];
  /** What it means that nothing is chosen; without it something must be. */
  readonly nothing?: string;
}): ReactElement {
  const { json, onChange, definitions } = editor;
  const { pack } = useText();
  const offered = source === undefined ? [] : inlineOptions(referenceChoices(definitions, json)(source) ?? []);
  const value = valueAt(json, place);
  return (
    <InlineChoice
      label={label}
      value={value === undefined && nothing === undefined ? undefined : plainText(value ?? '')}
      options={[
        ...(nothing === undefined ? [] : [{ id: '', title: nothing }]),
        ...options,
        ...offered.map(({ id, title }) => ({ id, title: pack(title) })),
      ]}
      onChange={(id) => onChange(withValueAt(json, place, id === '' ? undefined : id))}
    />
  );
}
