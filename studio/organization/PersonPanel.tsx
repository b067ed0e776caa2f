import { type ReactElement, useState } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { dateWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { AccountActions } from './AccountActions.tsx';
import { EndAssignmentDialog, type Ending } from './EndAssignmentDialog.tsx';
import { countedWork } from './counted-work.ts';
import type { Person } from './PeoplePage.tsx';
import { PersonScope } from './PersonScope.tsx';
import { PersonMarks } from './use-people-columns.tsx';
import './person-panel.css';

/** One person: their account, their posts, and what an administrator may do about both. */
export function PersonPanel({
  person,
  mayEdit,
  onClose,
}: {
  readonly person: Person;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const texts = useText();
  const { text } = texts;
  return (
    <SidePanel title={person.name} onClose={onClose}>
      <div className="gl-person">
        <p>
          <PersonMarks person={person} />
        </p>
        <FactList
          facts={[
            { title: text('account'), text: person.account },
            { title: text('person.open'), text: text('count.items', { count: countedWork(person.openUserTasks) }) },
          ]}
        />
        <HeldPosts person={person} mayEdit={mayEdit} />
        {mayEdit && <PersonScope person={person.id} />}
        {mayEdit && <AccountActions person={person} />}
      </div>
    </SidePanel>
  );
}

function HeldPosts({ person, mayEdit }: { readonly person: Person; readonly mayEdit: boolean }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const [ending, setEnding] = useState<Ending | null>(null);
  return (
    <section>
      <h3>{text('person.posts')}</h3>
      {person.assignments.length === 0 && (
        <EmptyState title={text('person.no-posts')} next={text('person.no-posts.next')} />
      )}
      <ul>
        {person.assignments.map((held) => {
          const title = `${pack(held.postTitle)} · ${pack(held.area.name)}`;
          return (
            <li key={held.id} className="gl-person-post">
              <span>
                {title}
                <span className="quiet">{periodOf(held, now, texts)}</span>
              </span>
              {mayEdit && (
                <Button kind="text" small onPress={() => setEnding({ assignment: held.id, person, title })}>
                  {text('assignment.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {ending !== null && <EndAssignmentDialog ending={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function periodOf({ kind, from, to, covers }: Person['assignments'][number], now: string, texts: Texts): string {
  const { text } = texts;
  const since =
    to === null
      ? text('assignment.from', { from: dateWords(from, now, texts) })
      : text('assignment.from-to', { from: dateWords(from, now, texts), to: dateWords(to, now, texts) });
  if (kind === 'formal') return since;
  const cover = covers === null ? text('cover') : text('cover.of', { name: covers.name });
  return `${cover} · ${since}`;
}
