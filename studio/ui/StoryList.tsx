import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import type { StoryEntry } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { FactList } from './Facts.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { clockWords, dayWords, localDate, momentWords } from './time-words.ts';
import './story-list.css';

export type StoryLine = Static<typeof StoryEntry>;

interface StoryProps {
  readonly story: readonly StoryLine[];
  readonly now: string;
}

/** What happened, as sentences under the day they happened on, the oldest first. */
export function StoryByDay({ story, now }: StoryProps): ReactElement {
  const texts = useText();
  return (
    <ol className="gl-story">
      {story.map((entry, place) => (
        <li key={`${entry.at} ${entry.kind} ${place}`}>
          {isNewDay(story, place) && <h3>{dayWords(localDate(entry.at), now, texts)}</h3>}
          <div className="gl-story-entry">
            <time dateTime={entry.at}>{clockWords(entry.at)}</time>
            <Entry entry={entry} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The same for a narrow screen: a line of dots, the newest first. */
export function StoryLineOfDots({ story, now }: StoryProps): ReactElement {
  const texts = useText();
  return (
    <ol className="gl-dots">
      {story.toReversed().map((entry, place) => (
        <li key={`${entry.at} ${entry.kind} ${place}`}>
          <Entry entry={entry} />
          <time dateTime={entry.at}>{momentWords(entry.at, now, texts)}</time>
        </li>
      ))}
    </ol>
  );
}

/** The story beside a report that is shown in full elsewhere on the page: its first sentence does not repeat it. */
export function besideReport(story: readonly StoryLine[]): readonly StoryLine[] {
  return story.map((entry) => (entry.kind === 'reported' ? { ...entry, lines: [], photos: [] } : entry));
}

function Entry({ entry }: { readonly entry: StoryLine }): ReactElement {
  const { either, pack } = useText();
  const facts = entry.lines.map(({ title, text }) => ({ title: pack(title), text: pack(text) }));
  return (
    <div className="gl-story-said">
      <p>{either(entry)}</p>
      {facts.length > 0 && <FactList facts={facts} />}
      {entry.photos.length > 0 && <PhotoStrip photos={entry.photos} />}
    </div>
  );
}

function isNewDay(story: readonly StoryLine[], place: number): boolean {
  const [before, entry] = [story[place - 1], story[place]];
  return before === undefined || entry === undefined || localDate(before.at) !== localDate(entry.at);
}
