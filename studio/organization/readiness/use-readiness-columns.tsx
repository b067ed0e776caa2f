import type { ReactElement } from 'react';
import type { ReadinessLine } from '../ReadinessPage.tsx';
import { type Texts, useText } from '../../translations/texts.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { LightShape } from '../../ui/Light.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** Where one goes to put an item in order. */
const places: Readonly<Partial<Record<ReadinessLine['id'], string>>> = {
  release: '/definitions',
  areas: '/people/workbook',
  'posts-own': '/posts',
  'posts-below': '/posts',
  'people-posts': '/people',
  passwords: '/people/workbook',
  'signed-in': '/people/workbook',
  administrators: '/people',
  approvers: '/people',
  calendar: '/definitions?of=limit',
  'calendar-next': '/definitions?of=limit',
  limits: '/assumptions',
  notices: '/definitions?of=notice',
  draft: '/definitions/changes',
};

interface Acts {
  readonly onMark: (line: ReadinessLine) => void;
  readonly onUnmark: (line: ReadinessLine) => void;
}

/** The columns of the checklist: state, what it is about, how it stands, and where to mend it. */
export function useReadinessColumns(acts: Acts): readonly Column<ReadinessLine>[] {
  const texts = useText();
  const { text } = texts;
  return [
    { id: 'state', title: text('column.state'), width: 150, cell: (line) => <State line={line} /> },
    {
      id: 'title',
      title: text('readiness.item'),
      width: 190,
      wraps: true,
      cell: ({ id }) => <b>{text(`readiness.${id}`)}</b>,
    },
    { id: 'says', title: text('readiness.how'), wraps: true, cell: (line) => sentenceOf(line, texts) },
    { id: 'act', title: text('readiness.act'), width: 200, cell: (line) => <Acting line={line} {...acts} /> },
  ];
}

function State({ line: { done, blocking } }: { readonly line: ReadinessLine }): ReactElement {
  const { text } = useText();
  if (done)
    return (
      <Tag tone="ok">
        <LightShape light="green" /> {text('readiness.done')}
      </Tag>
    );
  return blocking ? (
    <Tag tone="late">
      <LightShape light="red" /> {text('readiness.must')}
    </Tag>
  ) : (
    <Tag tone="warn">
      <LightShape light="yellow" /> {text('readiness.should')}
    </Tag>
  );
}

/** Of nobody it is not to be said that all of them are in order. */
function isAboutPeople(id: ReadinessLine['id']): boolean {
  return id === 'people-posts' || id === 'passwords' || id === 'signed-in';
}

/** How an item stands, in a sentence; of one that somebody marked, who and what they said. */
function sentenceOf({ id, done, count, of, word = '', mark }: ReadinessLine, { text }: Texts): string {
  if (mark !== null) return text('readiness.marked', { name: mark.by.name, note: mark.note });
  if (of === 0 && isAboutPeople(id)) return text('readiness.nobody');
  if (of === 0 && id === 'administrators') return text('readiness.no-administrator');
  if (count === 0 && id === 'approvers') return text('readiness.no-administrator');
  return text(`readiness.${id}.${done ? 'done' : 'open'}`, { count, of, word });
}

function Acting({ line, onMark, onUnmark }: Acts & { readonly line: ReadinessLine }): ReactElement {
  const { text } = useText();
  const to = places[line.id];
  return (
    <>
      {to !== undefined && !line.done && (
        <ButtonLink to={to} kind="soft" small>
          {text('readiness.go')}
        </ButtonLink>
      )}{' '}
      {line.markable && line.mark === null && (
        <Button small onPress={() => onMark(line)}>
          {text('readiness.mark')}
        </Button>
      )}
      {line.mark !== null && (
        <Button kind="text" small onPress={() => onUnmark(line)}>
          {text('readiness.unmark')}
        </Button>
      )}
    </>
  );
}
