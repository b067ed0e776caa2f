import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { useNow } from '../ui/use-now.ts';
import { countedWork } from './counted-work.ts';
import type { Person } from './PeoplePage.tsx';

/** The columns of the list of people. */
export function usePeopleColumns(): readonly Column<Person>[] {
  const texts = useText();
  const { text } = texts;
  return [
    { id: 'name', title: text('name'), width: 140, cell: ({ name }) => <b>{name}</b>, whole: ({ name }) => name },
    {
      id: 'account',
      title: text('account'),
      width: 180,
      cell: ({ account }) => <span className="quiet">{account}</span>,
      whole: ({ account }) => account,
    },
    {
      id: 'posts',
      title: text('person.posts'),
      cell: (person) => postWords(person, texts),
      whole: (person) => postWords(person, texts),
    },
    {
      id: 'open',
      title: text('person.open'),
      width: 96,
      align: 'right',
      cell: ({ openUserTasks }) => countedWork(openUserTasks),
    },
    { id: 'state', title: text('column.state'), width: 200, cell: (person) => <PersonMarks person={person} /> },
  ];
}

/** What there is to know about an account, as short words. */
export function PersonMarks({ person }: { readonly person: Person }): ReactElement {
  const { text } = useText();
  const now = useNow();
  const locked = person.lockedUntil !== null && person.lockedUntil > now;
  return (
    <>
      {!person.active && <Tag tone="late">{text('person.suspended')}</Tag>}{' '}
      {locked && <Tag tone="warn">{text('person.locked')}</Tag>}{' '}
      {person.administrator && <Tag tone="accent">{text('person.administrator')}</Tag>}{' '}
      {person.demo && <Tag>{text('person.demo')}</Tag>}
    </>
  );
}

function postWords({ assignments }: Person, { text, pack }: Texts): string {
  if (assignments.length === 0) return text('person.no-posts');
  return assignments
    .map(
      ({ postTitle, area, kind }) =>
        `${pack(area.name)} ${pack(postTitle)}${kind === 'cover' ? text('cover.bracket') : ''}`,
    )
    .join(text('list.comma'));
}
