import type { ReactElement } from 'react';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { Segments } from '../ui/Segments.tsx';

/** 岗位看板 and 人员 beside each other, for whoever may see both. */
export function OrganizationViews({
  person,
  current,
}: {
  readonly person: SignedInPerson;
  readonly current: 'posts' | 'people' | 'unheld';
}): ReactElement | null {
  const { text } = useText();
  const may = (...permissions: readonly string[]): boolean =>
    permissions.some((permission) => person.permissions.includes(permission));
  if (!may('people.edit', 'administration') || !may('posts.view', 'posts.edit')) return null;
  return (
    <Segments
      label={text('nav.posts')}
      segments={[
        { to: '/posts', label: text('board'), current: current === 'posts' },
        { to: '/people', label: text('nav.people'), current: current === 'people' },
        { to: '/unheld', label: text('nav.unheld'), current: current === 'unheld' },
        ...(may('definitions.view')
          ? [{ to: '/definitions/areas/areas', label: text('board.areas'), current: false }]
          : []),
      ]}
    />
  );
}
