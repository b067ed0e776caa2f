import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Texts, useText } from '../translations/texts.ts';
import { ChooseBox } from '../ui/ChooseBox.tsx';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import { ageWords } from './age-words.ts';
import type { InstanceLine } from './use-instances.ts';

/** How a list of instances lets some be chosen. */
export interface Chosen {
  /** Null: all of them. */
  readonly ids: ReadonlySet<string> | null;
  /** Whether all that is listed is chosen; null: nothing is listed. */
  readonly page: boolean | null;
  readonly onChoose: (id: string, chosen: boolean) => void;
  readonly onPage: (chosen: boolean) => void;
}

/**
 * The columns of the list of instances.
 *
 * @param now when the answer was given
 * @param chosen null for those who may only look
 */
export function useInstanceColumns(now: string, chosen: Chosen | null): readonly Column<InstanceLine>[] {
  const texts = useText();
  const { text, pack, either } = texts;
  return [
    ...(chosen === null ? [] : [chooseColumn(chosen, texts)]),
    { id: 'state', title: text('column.state'), width: 92, cell: ({ state }) => <StateTag state={state} /> },
    {
      id: 'subject',
      title: text('instances.subject'),
      cell: (line) => (
        <Link href={`/operations/instances/${line.id}`}>
          {line.subject?.number != null && <span className="quiet">{line.subject.number} </span>}
          {subjectWords(line, texts)}
        </Link>
      ),
      whole: (line) => subjectWords(line, texts),
    },
    {
      id: 'process',
      title: text('instances.process'),
      width: 148,
      cell: ({ process, version }) => (
        <>
          {pack(process.title)} <span className="quiet">{version.version}</span>
        </>
      ),
      whole: ({ process, version }) => `${pack(process.title)} ${version.version}`,
    },
    {
      id: 'element',
      title: text('instances.element'),
      width: 116,
      cell: ({ elements }) => elementWords(elements, texts),
      whole: ({ elements }) => elements.map(({ title }) => pack(title)).join(text('list.comma')),
    },
    {
      id: 'why',
      title: text('instances.why'),
      width: 250,
      cell: ({ incidents }) => incidents.map((incident) => either(incident))[0] ?? <span className="quiet">—</span>,
      whole: ({ incidents }) => incidents.map((incident) => either(incident)).join('\n'),
    },
    {
      id: 'area',
      title: text('column.area'),
      width: 116,
      cell: ({ area }) => (area === null ? <span className="quiet">—</span> : pack(area.name)),
      whole: ({ area }) => (area === null ? '' : pack(area.name)),
    },
    {
      id: 'started',
      title: text('instances.started'),
      width: 108,
      align: 'right',
      cell: ({ startedAt }) => <span className="quiet">{columnTime(startedAt, now)}</span>,
      whole: ({ startedAt }) => text('instances.age', { age: ageWords(startedAt, now, texts) }),
    },
  ];
}

function chooseColumn({ ids, page, onChoose, onPage }: Chosen, { text }: Texts): Column<InstanceLine> {
  const isChosen = ({ id }: InstanceLine): boolean => ids?.has(id) ?? true;
  const isWhole = page === true || ids === null;
  return {
    id: 'choose',
    title: '',
    width: 44,
    head: page !== null && (
      <ChooseBox chosen={isWhole} label={text('instances.choose.page')} onChange={() => onPage(!isWhole)} />
    ),
    cell: (line) => (
      <ChooseBox
        chosen={isChosen(line)}
        label={text('instances.choose', { title: line.subject?.title ?? line.process.title })}
        onChange={() => onChoose(line.id, !isChosen(line))}
      />
    ),
  };
}

const tones = { running: 'ok', stuck: 'late', suspended: 'quiet', completed: 'quiet', cancelled: 'quiet' } as const;
const shapes = { running: '●', stuck: '■', suspended: '◌', completed: '', cancelled: '' } as const;

/** The state of an instance: shape, colour and word. */
export function StateTag({ state }: { readonly state: InstanceLine['state'] }): ReactElement {
  const { text } = useText();
  return (
    <Tag tone={tones[state]}>
      <span aria-hidden="true">{shapes[state]}</span> {text(`instance.state.${state}`)}
    </Tag>
  );
}

/** What an instance is about; the process's name where it is about nothing with a name. */
export function subjectWords(
  { subject, process }: Pick<InstanceLine, 'subject' | 'process'>,
  { pack }: Pick<Texts, 'pack'>,
): string {
  return subject === null || subject.title === '' ? pack(process.title) : subject.title;
}

function elementWords(elements: InstanceLine['elements'], { text, pack }: Texts): string {
  const [first, ...more] = elements;
  if (first === undefined) return '—';
  return more.length === 0
    ? pack(first.title)
    : text('instances.elements', { first: pack(first.title), more: more.length });
}
