import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../../../translations/texts.ts';
import { Button } from '../../Button.tsx';
import { Icon } from '../../Icon.tsx';
import { SkeletonLines } from '../../Skeleton.tsx';
import { SearchInput } from '../../TextInput.tsx';
import './definition-list.css';

/** A definition as the list at the left shows it. */
interface ListedDefinition {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly origin: 'own' | 'inherited';
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  readonly lock: { readonly person: { readonly name: string }; readonly mine: boolean } | null;
}

interface DefinitionListProps {
  /** What is searched for: 找流程. */
  readonly search: string;
  /** Undefined while they are on their way. */
  readonly lines: readonly ListedDefinition[] | undefined;
  /** Id of the one that is open. */
  readonly current: string;
  /** What the area is called: 西关街道. */
  readonly area: string;
  /** Beginning another one, as far as the editor can: 新建流程. */
  readonly add?: { readonly title: string; readonly onPress: () => void };
}

/** The definitions of a kind beside their editor: the area's own, then those the packs below bring. */
export function DefinitionList({ search, lines, current, area, add }: DefinitionListProps): ReactElement {
  const { text, pack } = useText();
  const [words, setWords] = useState('');
  const found = lines?.filter(({ title, id }) => `${title} ${pack(title)} ${id}`.includes(words.trim()));
  const groups = [
    { title: pack(area), of: found?.filter(({ origin }) => origin === 'own') ?? [] },
    { title: text('list.inherited'), of: found?.filter(({ origin }) => origin === 'inherited') ?? [] },
  ];
  return (
    <nav className="gl-definitions" aria-label={search}>
      <SearchInput label={search} value={words} onChange={setWords} />
      {found === undefined && <SkeletonLines count={6} />}
      {found?.length === 0 && <p className="quiet">{text('list.nothing-found')}</p>}
      {groups.map(({ title, of }) =>
        of.length === 0 ? null : (
          <section key={title}>
            <h2 className="quiet">
              {title} {of.length}
            </h2>
            <ul>
              {of.map((line) => (
                <li key={line.id}>
                  <Link
                    href={`/definitions/${line.kind}/${line.id}`}
                    aria-current={line.id === current ? 'page' : undefined}
                  >
                    <span className="cut">{pack(line.title)}</span>
                    <StateWords line={line} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {add !== undefined && (
        <Button kind="text" onPress={add.onPress}>
          <Icon name="plus" small />
          {add.title}
        </Button>
      )}
    </nav>
  );
}

function StateWords({ line: { state, lock, origin } }: { readonly line: ListedDefinition }): ReactElement {
  const { text } = useText();
  if (lock !== null && !lock.mine)
    return (
      <span className="gl-definitions-lock" title={text('list.lock', { who: lock.person.name })}>
        <Icon name="lock" small label={text('list.lock', { who: lock.person.name })} />
      </span>
    );
  if (state === 'same' && origin === 'own') return <span className="quiet">{text('list.published')}</span>;
  return <span className={state === 'same' ? 'quiet' : 'gl-definitions-draft'}>{text(`list.state.${state}`)}</span>;
}
