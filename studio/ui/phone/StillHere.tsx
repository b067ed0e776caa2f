import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorState.tsx';
import type { ShownProblem } from '../shown-problem.ts';
import { Outcome } from './Outcome.tsx';

interface StillHereProps {
  /** One line that says what it is. */
  readonly title: string;
  readonly refused: boolean;
  readonly problem: ShownProblem | null;
  readonly sending: boolean;
  readonly onSend: () => void;
  /** Absent when it can no longer be changed. */
  readonly onChange?: () => void;
}

/** Something submitted that the server does not have yet: on its way, waiting for a network, or refused. */
export function StillHere({ title, refused, problem, sending, onSend, onChange }: StillHereProps): ReactElement {
  const { text } = useText();
  if (sending)
    return (
      <Outcome mark="upload" title={text('unsent.sending')}>
        <p>{title}</p>
      </Outcome>
    );
  return (
    <Outcome
      mark={refused ? 'cross' : 'upload'}
      title={text(refused ? 'unsent.state.refused' : 'unsent.state.waiting')}
    >
      <p>{title}</p>
      <p className="quiet">{text(refused ? 'unsent.refused.next' : 'unsent.waiting.next')}</p>
      {problem !== null && (refused || problem.code !== 'no-connection') && <ErrorNote problem={problem} />}
      {!refused && (
        <Button kind="soft" onPress={onSend}>
          {text('unsent.send')}
        </Button>
      )}
      {onChange !== undefined && (
        <Button kind={refused ? 'soft' : 'text'} onPress={onChange}>
          {text('unsent.change')}
        </Button>
      )}
    </Outcome>
  );
}
