import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';

interface IterationsCardProps {
  readonly count: number;
  /** Their pages; asked for when somebody wants to see them. */
  readonly children: ReactNode;
}

/** Items that go on by themselves: how many, and their stories once somebody wants to read them. */
export function IterationsCard({ count, children }: IterationsCardProps): ReactElement {
  const { text } = useText();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={text('iterations')}
      count={text('iterations.count', { count })}
      aside={
        <Button kind="text" small pressed={open} onPress={() => setOpen(!open)}>
          {text(open ? 'iterations.close' : 'iterations.open')}
        </Button>
      }
    >
      {open ? children : <p className="quiet">{text('iterations.says')}</p>}
    </Card>
  );
}
