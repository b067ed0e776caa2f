import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { FactList } from '../ui/Facts.tsx';
import { holderNames, type Position } from '../ui/holder-names.ts';
import { LightTag } from '../ui/Light.tsx';
import { groupBy } from '../../server/kernel/group-by.ts';
import type { Series } from './MeetingsPage.tsx';

/** When, where, and who; a post that nobody holds is said in red, for then nobody comes. */
export function SeriesFacts({ series }: { readonly series: Series }): ReactElement {
  const texts = useText();
  const { text, pack, either } = texts;
  return (
    <FactList
      facts={[
        { title: text('meeting.rule'), text: either(series.rule) },
        { title: text('case.place'), text: pack(series.place) },
        { title: text('meeting.convenor'), text: <OnePosition position={series.convenor} /> },
        { title: text('meeting.recorder'), text: <OnePosition position={series.recorder} /> },
        { title: text('meeting.participants'), text: <Participants positions={series.participants} texts={texts} /> },
      ]}
    />
  );
}

function OnePosition({ position }: { readonly position: Position }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <>
      {pack(position.postTitle)}{' '}
      {position.holders.length === 0 ? (
        <LightTag light="red">{text('vacant')}</LightTag>
      ) : (
        <span className="quiet">{text('meeting.held-by', { names: holderNames(position, texts) })}</span>
      )}
    </>
  );
}

/** The same post of several areas is one line: 6 个社区的综治专干, 现为 … */
function Participants({
  positions,
  texts,
}: {
  readonly positions: readonly Position[];
  readonly texts: Texts;
}): ReactElement {
  const { text, pack } = texts;
  const byPost = groupBy(positions, ({ post }) => post);
  return (
    <ul>
      {[...byPost.entries()].map(([post, held]) => {
        const first = held[0];
        const names = held.flatMap(({ holders }) => holders.map(({ name }) => name)).join(text('list.comma'));
        const vacant = held.filter(({ holders }) => holders.length === 0);
        return (
          <li key={post}>
            {first !== undefined &&
              (held.length === 1
                ? pack(first.postTitle)
                : text('meeting.posts-of-areas', { count: held.length, post: pack(first.postTitle) }))}{' '}
            {names !== '' && <span className="quiet">{text('meeting.held-by', { names })}</span>}{' '}
            {vacant.length > 0 && <LightTag light="red">{text('vacant.count', { count: vacant.length })}</LightTag>}
          </li>
        );
      })}
    </ul>
  );
}
