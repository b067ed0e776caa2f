import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { FactList } from '../ui/Facts.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { StageLights } from '../ui/StageLights.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { besideReport, StoryByDay } from '../ui/StoryList.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { ClockCard, SignFor } from './ClockCard.tsx';
import { JointVoters } from './JointVoters.tsx';
import { TaskOffers } from './TaskOffers.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

/** What is known of the matter beside the form: how it stands, what was reported, and the story. */
export function DeskKnown({ file }: { readonly file: UserTaskFile }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const { light, lights, subject, position, reporter, chosen } = file;
  return (
    <div className="gl-user-task-known">
      <Card>
        <FactList
          facts={[
            {
              title: text('column.limit'),
              text:
                light === null ? (
                  text('case.no-limit')
                ) : (
                  <>
                    <StageLights light={light} lights={lights} />{' '}
                    <span className="quiet">
                      {light.dueAt !== null && lights.length < 2 && momentWords(light.dueAt, now, texts)}
                    </span>
                  </>
                ),
            },
            { title: text('user-task.as'), text: positionWords(position, texts) },
            ...(chosen === null
              ? []
              : [{ title: text('user-task.rule'), text: text('user-task.chosen.says', { name: chosen.name }) }]),
            { title: text('case.place'), text: `${subject.place} · ${pack(subject.area.name)}` },
            ...(subject.category === null ? [] : [{ title: text('column.category'), text: pack(subject.category) }]),
            ...(reporter === null
              ? []
              : [
                  {
                    title: text('reporter'),
                    text: `${reporter.name} ${reporter.phone ?? ''} · ${text(reporter.wantsAnswer ? 'reporter.wants-answer' : 'reporter.wants-none')}`,
                  },
                ]),
          ]}
        />
      </Card>
      <DeskJoint file={file} />
      <DeskClocks file={file} />
      <TaskOffers file={file} />
      {(file.report.length > 0 || file.photos.length > 0) && (
        <Card title={text('case.report')}>
          <FactList facts={file.report.map((line) => ({ title: pack(line.title), text: pack(line.text) }))} />
          {file.photos.length > 0 && <PhotoStrip photos={file.photos} />}
        </Card>
      )}
      {file.story.length > 0 && (
        <Card title={text('case.story')} count={text('count.entries', { count: file.story.length })}>
          <StoryByDay story={besideReport(file.story)} now={now} />
        </Card>
      )}
    </div>
  );
}

function DeskJoint({ file: { joint } }: { readonly file: UserTaskFile }): ReactElement | null {
  const { text } = useText();
  if (joint === null) return null;
  return (
    <Card title={text('joint')}>
      <JointVoters joint={joint} />
    </Card>
  );
}

function DeskClocks({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const { text } = useText();
  if (file.clocks.length === 0 && file.requests.length === 0) return null;
  return (
    <Card title={text('clocks')}>
      <SignFor file={file} />
      <ClockCard file={file} />
    </Card>
  );
}
