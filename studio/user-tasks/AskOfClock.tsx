import type { ReactElement, ReactNode } from 'react';
import { useText } from '../translations/texts.ts';
import { positionWords } from '../ui/holder-names.ts';
import type { ShownProblem } from '../ui/shown-problem.ts';
import { useToast } from '../ui/Toast.tsx';
import type { QuestionProps } from './ClockQuestions.tsx';
import { QuestionForm } from './QuestionForm.tsx';

type Clock = QuestionProps['clock'];

interface AskOfClockProps {
  readonly kind: 'extension' | 'pause';
  /** Who decides, as the limit says. */
  readonly decides: NonNullable<NonNullable<Clock['pause']>['decides']>;
  /** `grant` takes effect at once. */
  readonly may: NonNullable<Clock['may']['pause']>;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly problem: ShownProblem | null;
  /** Asks for it; null when it was refused. */
  readonly ask: (reason: string) => Promise<{ readonly granted: boolean } | null>;
  readonly onClose: () => void;
  /** What is asked besides the reason. */
  readonly children: ReactNode;
}

/** A question about a clock: what will happen and who decides stands above it, what came of it is said afterwards. */
export function AskOfClock(props: AskOfClockProps): ReactElement {
  const { kind, decides, may, busy, ready, problem, ask, onClose, children } = props;
  const texts = useText();
  const { text } = texts;
  const say = useToast();
  const words = positionWords(decides, texts);
  const send = async (reason: string): Promise<void> => {
    const answer = await ask(reason);
    if (answer === null) return;
    say(answer.granted ? text(`${kind}.granted`) : text(`${kind}.asked`, { decides: words }));
    onClose();
  };
  return (
    <QuestionForm
      says={may === 'grant' ? text(`${kind}.grant.says`) : text(`${kind}.ask.says`, { decides: words })}
      action={text(`${kind}.${may}`)}
      busy={busy}
      ready={ready}
      problem={problem}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    >
      {children}
    </QuestionForm>
  );
}
