import type { ReactElement } from 'react';
import type { Static } from 'typebox';
import type { ReleaseView } from '../../server/http/contract/releases.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';

export type Release = Static<typeof ReleaseView>;

interface ReleaseActions {
  readonly releases: readonly Release[];
  readonly onLook: (release: Release) => void;
  readonly onTakeBack: (release: Release) => void;
}

const tones = { coming: 'warn', current: 'ok', past: 'quiet' } as const;

/** The columns of the list of releases. */
export function useReleaseColumns({ releases, onLook, onTakeBack }: ReleaseActions): readonly Column<Release>[] {
  const { text, pack } = useText();
  const now = useNow();
  return [
    {
      id: 'version',
      title: text('releases.version'),
      width: 150,
      cell: ({ pack: { version }, state }) => (
        <span className="gl-page-row">
          <b>{version}</b>
          <Tag tone={tones[state]}>{text(`releases.state.${state}`)}</Tag>
        </span>
      ),
    },
    {
      id: 'from',
      title: text('releases.from'),
      width: 120,
      cell: ({ effectiveFrom }) => columnTime(effectiveFrom, now),
    },
    { id: 'who', title: text('releases.who'), width: 250, wraps: true, cell: (release) => <Who release={release} /> },
    {
      id: 'note',
      title: text('publish.note'),
      wraps: true,
      cell: (release) => (
        <>
          {release.takesBack !== null && <TakesBack release={release} releases={releases} />} {pack(release.note)}
        </>
      ),
    },
    {
      id: 'running',
      title: text('releases.running'),
      width: 96,
      align: 'right',
      cell: ({ running }) => text('count.items', { count: running }),
    },
    {
      id: 'actions',
      title: '',
      width: 190,
      align: 'right',
      cell: (release) => <Actions release={release} onLook={onLook} onTakeBack={onTakeBack} />,
    },
  ];
}

function Actions({
  release,
  onLook,
  onTakeBack,
}: Omit<ReleaseActions, 'releases'> & { readonly release: Release }): ReactElement {
  const { text } = useText();
  const { version } = release.pack;
  return (
    <>
      <Button kind="text" small label={text('releases.look.of', { version })} onPress={() => onLook(release)}>
        {text('releases.look')}
      </Button>
      {release.mayTakeBack && (
        <Button kind="danger" small label={text('take-back.of', { version })} onPress={() => onTakeBack(release)}>
          {text('take-back')}
        </Button>
      )}
    </>
  );
}

function Who({ release: { by, approvedBy, publishedAt } }: { readonly release: Release }): ReactElement {
  const { text } = useText();
  const now = useNow();
  return (
    <>
      {by === null ? text('releases.installed') : by.name}
      {approvedBy !== null && text('releases.approved', { who: approvedBy.name })}{' '}
      <span className="quiet">{columnTime(publishedAt, now)}</span>
    </>
  );
}

function TakesBack({
  release,
  releases,
}: {
  readonly release: Release;
  readonly releases: readonly Release[];
}): ReactElement {
  const { text } = useText();
  const version = releases.find(({ id }) => id === release.takesBack)?.pack.version;
  return (
    <Tag tone="warn">
      {version === undefined ? text('releases.takes-back') : text('releases.takes-back.to', { version })}
    </Tag>
  );
}
