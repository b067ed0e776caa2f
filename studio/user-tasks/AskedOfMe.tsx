import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { resumeClock } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { RequestLine } from '../ui/RequestLine.tsx';
import { StageLights } from '../ui/StageLights.tsx';
import { useToast } from '../ui/Toast.tsx';
import { clockReads } from './clock-reads.ts';
import { ReviewDateQuestion } from './ReviewDateQuestion.tsx';
import { RequestActions } from './RequestActions.tsx';
import './clock-card.css';

type Asked = AnswerOf<typeof listMyUserTasks>['requests'][number];

/** One question about a clock that waits for me: about what, and how it stands there; decided where it is read. */
export function AskedOfMe({ asked }: { readonly asked: Asked }): ReactElement {
  return (
    <div className="gl-clock-asked">
      <About asked={asked} />
      <RequestLine request={asked.request} withStep>
        <RequestActions request={asked.request} />
      </RequestLine>
    </div>
  );
}

/** A pause whose review date has come: look at it again on another day, or let the clock go on. */
export function PauseToReview({ asked }: { readonly asked: Asked }): ReactElement {
  const { text } = useText();
  const command = useCommand(resumeClock, clockReads);
  const say = useToast();
  const [moving, setMoving] = useState(false);
  const { userTask, request } = asked;
  const goOn = async (): Promise<void> => {
    const answer = await command.run({ params: { userTask: userTask.id }, body: { stage: request.stage } });
    if (answer !== null) say(text('resume-clock.done'));
  };
  return (
    <div className="gl-clock-asked">
      <About asked={asked} />
      <RequestLine request={request} withStep>
        {moving ? (
          <ReviewDateQuestion
            userTask={userTask.id}
            stage={request.stage}
            longestDays={null}
            onClose={() => setMoving(false)}
          />
        ) : (
          <>
            <Button small busy={command.busy} onPress={() => void goOn()}>
              {text('resume-clock')}
            </Button>
            <Button small onPress={() => setMoving(true)}>
              {text('review-date')}
            </Button>
            <span className="quiet">{text('reviews.says')}</span>
          </>
        )}
        {command.problem !== null && <ErrorNote problem={command.problem} />}
      </RequestLine>
    </div>
  );
}

function About({ asked: { userTask } }: { readonly asked: Asked }): ReactElement {
  const { pack } = useText();
  const { id, light, lights, subject } = userTask;
  return (
    <div className="gl-clock-head">
      <StageLights light={light} lights={lights} />
      <Link href={`/user-tasks/${id}`}>{pack(subject.title)}</Link>
      <span className="quiet">{subject.number ?? pack(subject.area.name)}</span>
    </div>
  );
}
