import type { ReactElement } from 'react';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';

interface ParentSentenceProps {
  /** How the sentence begins. */
  readonly says: string;
  /** The areas that it may lie below. */
  readonly places: readonly Area[];
  /** Code of the one it lies below; undefined or empty: none yet. */
  readonly value: string | undefined;
  readonly onChange: (parent: string) => void;
}

/** Where an area is to lie, as a sentence. */
export function ParentSentence({ says, places, value, onChange }: ParentSentenceProps): ReactElement {
  const { pack } = useText();
  return (
    <Sentence>
      {says}
      <InlineChoice
        label={says}
        value={value}
        options={places.map(({ code, name }) => ({ id: code, title: pack(name) }))}
        onChange={onChange}
      />
    </Sentence>
  );
}
