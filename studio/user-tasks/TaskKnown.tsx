import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { FactList } from '../ui/Facts.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Block } from '../ui/phone/PhonePage.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { besideReport, StoryLineOfDots } from '../ui/StoryList.tsx';
import { useNow } from '../ui/use-now.ts';
import { ReporterCall } from './ReporterCall.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';
import '../ui/phone/task.css';

const SHOWN = 3;

/** What is known so far: who reported it, what they reported, and the story, the newest first. */
export function TaskKnown({ file }: { readonly file: UserTaskFile }): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      {file.reporter !== null && <ReporterCall file={file} reporter={file.reporter} />}
      {(file.report.length > 0 || file.photos.length > 0) && (
        <Block>
          <h2>{text('case.report')}</h2>
          <FactList facts={file.report.map((line) => ({ title: pack(line.title), text: pack(line.text) }))} />
          {file.photos.length > 0 && <PhotoStrip photos={file.photos} />}
        </Block>
      )}
      {file.story.length > 0 && <StorySoFar story={file.story} />}
    </>
  );
}

function StorySoFar({ story }: { readonly story: UserTaskFile['story'] }): ReactElement {
  const { text } = useText();
  const now = useNow();
  const [whole, setWhole] = useState(false);
  const shown = whole ? story : story.slice(-SHOWN);
  return (
    <Block>
      <h2>{text('case.story')}</h2>
      <StoryLineOfDots story={besideReport(shown)} now={now} />
      {shown.length < story.length && (
        <button type="button" className="gl-more" onClick={() => setWhole(true)}>
          {text('story.all', { count: story.length })}
          <Icon name="next" small />
        </button>
      )}
    </Block>
  );
}
