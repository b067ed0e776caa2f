import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { listPeople } from '../../server/http/contract/people.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { Field } from '../ui/Field.tsx';

interface PersonPickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (person: string | undefined) => void;
  /** Somebody who is not offered: nobody takes over from themselves. */
  readonly except?: string | undefined;
}

/** One of the people the reader manages, found by name, account or post. */
export function PersonPick({ label, value, onChange, except }: PersonPickProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [words, setWords] = useState('');
  const people = useAnswer(
    listPeople,
    { query: { limit: 50, ...(words === '' ? {} : { q: words }) } },
    { keepBefore: true },
  );
  return (
    <Field label={label} required>
      {(control) => (
        <PickInput
          control={control}
          value={value}
          onChange={onChange}
          onSearch={setWords}
          loading={people.isFetching}
          placeholder={text('assign.who.hint')}
          nothing={text('assign.who.none')}
          options={(people.data?.people ?? [])
            .filter(({ active, id }) => active && id !== except)
            .map((one) => ({ value: one.id, label: one.name, more: postsOf(one.assignments, texts) }))}
        />
      )}
    </Field>
  );
}

function postsOf(
  held: readonly { readonly postTitle: string; readonly area: { readonly name: string } }[],
  { text, pack }: Texts,
): string {
  if (held.length === 0) return text('person.no-posts');
  const shown = held
    .slice(0, 2)
    .map(({ postTitle, area }) => `${pack(area.name)} ${pack(postTitle)}`)
    .join(text('list.comma'));
  return held.length > 2 ? text('person.posts-more', { shown, count: held.length }) : shown;
}
