import { type ReactElement, useState } from 'react';
import { recordFirstResponse, resumeClock, signForUserTask } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { Light } from '../ui/Light.tsx';
import { amountWords } from '../ui/light-words.ts';
import { dateWords, momentWords } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { clockReads } from './clock-reads.ts';
import { ClockQuestions } from './ClockQuestions.tsx';
import { ReviewDateQuestion } from './ReviewDateQuestion.tsx';
import { RequestActions } from './RequestActions.tsx';
import { RequestLine } from '../ui/RequestLine.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';
import './clock-card.css';

type Clock = UserTaskFile['clocks'][number];

/** Every clock of a user task: how it stands, what may be asked of it and of whom, and what was asked. */
export function ClockCard({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const shown = file.requests.filter(({ state }) => state !== 'withdrawn');
  if (file.clocks.length === 0 && shown.length === 0) return null;
  return (
    <div className="gl-clocks">
      {file.clocks.map((clock) => (
        <OneClock key={clock.stage} file={file} clock={clock} />
      ))}
      {shown.map((request) => (
        <RequestLine key={request.id} request={request}>
          <RequestActions request={request} />
        </RequestLine>
      ))}
    </div>
  );
}

/** 签收, 首次响应: one tap each, and only as long as somebody waits for it. */
export function SignFor({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const { text } = useText();
  const sign = useCommand(signForUserTask, clockReads);
  const respond = useCommand(recordFirstResponse, clockReads);
  const say = useToast();
  const { signFor, firstResponse } = file.may;
  if (!signFor && !firstResponse) return null;
  const params = { userTask: file.id };
  const problem = sign.problem ?? respond.problem;
  return (
    <div className="gl-clock-taps">
      {signFor && (
        <Button
          kind="primary"
          busy={sign.busy}
          onPress={() => void sign.run({ params }).then((answer) => answer && say(text('sign-for.done')))}
        >
          {text('sign-for')}
        </Button>
      )}
      {firstResponse && (
        <Button
          kind={signFor ? 'plain' : 'primary'}
          busy={respond.busy}
          onPress={() => void respond.run({ params }).then((answer) => answer && say(text('first-response.done')))}
        >
          {text('first-response')}
        </Button>
      )}
      <span className="quiet">{text(signFor ? 'sign-for.says' : 'first-response.says')}</span>
      {problem !== null && <ErrorNote problem={problem} />}
    </div>
  );
}

function OneClock({ file, clock }: { readonly file: UserTaskFile; readonly clock: Clock }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const resume = useCommand(resumeClock, clockReads);
  const say = useToast();
  const { stage, light, extended } = clock;
  const [moving, setMoving] = useState(false);
  const goOn = async (): Promise<void> => {
    const answer = await resume.run({ params: { userTask: file.id }, body: { stage } });
    if (answer !== null) say(text('resume-clock.done'));
  };
  return (
    <section className="gl-clock" aria-label={text(`stage.${stage}`)}>
      <div className="gl-clock-head">
        <b>{text(`stage.${stage}`)}</b>
        <Light value={light} />
        <span className="quiet">
          {light.dueAt === null ? pack(clock.title) : text('clock.due', { at: momentWords(light.dueAt, now, texts) })}
        </span>
        {extended > 0 && <span className="quiet">{text('clock.extended', { count: extended })}</span>}
      </div>
      {clock.paused !== null && <p>{pausedWords(clock.paused, now, texts)}</p>}
      {termWords(clock, texts).map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
      {(clock.may.resume || clock.may.review) && !moving && (
        <div className="gl-clock-taps">
          {clock.may.resume && (
            <Button small busy={resume.busy} onPress={() => void goOn()}>
              {text('resume-clock')}
            </Button>
          )}
          {clock.may.review && (
            <Button small onPress={() => setMoving(true)}>
              {text('review-date')}
            </Button>
          )}
        </div>
      )}
      {moving && clock.may.review && (
        <ReviewDateQuestion
          userTask={file.id}
          stage={stage}
          longestDays={clock.pause?.longestDays ?? null}
          onClose={() => setMoving(false)}
        />
      )}
      {resume.problem !== null && <ErrorNote problem={resume.problem} />}
      <ClockQuestions file={file} clock={clock} />
    </section>
  );
}

function pausedWords({ since, reason, reviewOn }: NonNullable<Clock['paused']>, now: string, texts: Texts): string {
  const at = momentWords(since, now, texts);
  return reviewOn === null
    ? texts.text('clock.paused.no-review', { at, reason })
    : texts.text('clock.paused', { at, review: dateWords(reviewOn, now, texts), reason });
}

/** Who decides about what and how much it may be, said before anybody asks. */
function termWords({ extension, pause, paused }: Clock, texts: Texts): readonly string[] {
  const { text } = texts;
  const said: string[] = [];
  if (extension !== null) {
    const { nth, most, decides } = extension;
    const values = { nth, most: amountWords(most, texts) };
    said.push(
      decides === null
        ? text('extension.nobody', values)
        : text('extension.says', { ...values, decides: positionWords(decides, texts) }),
    );
  }
  if (pause !== null && paused === null) {
    const { decides, longestDays: days } = pause;
    if (decides === null) said.push(text('pause.nobody'));
    else {
      const values = { decides: positionWords(decides, texts) };
      said.push(days === null ? text('pause.says', values) : text('pause.says.most', { ...values, days }));
    }
  }
  return said;
}
