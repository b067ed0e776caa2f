import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../Button.tsx';
import './process-drawing.css';
import type { DrawnProcess } from './draw-process.ts';

interface DrawingToolsProps {
  readonly drawn: DrawnProcess | null;
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
}

/** Nearer, farther, the whole, and large: for those who cannot drag and turn a wheel. */
export function DrawingTools({ drawn, large, onLarge }: DrawingToolsProps): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-diagram-tools">
      <Button kind="text" small onPress={() => drawn?.zoom(-1)}>
        {text('diagram.farther')}
      </Button>
      <Button kind="text" small onPress={() => drawn?.zoom(1)}>
        {text('diagram.nearer')}
      </Button>
      <Button kind="text" small onPress={() => drawn?.show('whole')}>
        {text('diagram.whole')}
      </Button>
      <Button kind="text" small onPress={() => drawn?.show('token')}>
        {text('diagram.to-here')}
      </Button>
      <Button kind="text" small pressed={large} onPress={() => onLarge(!large)}>
        {text(large ? 'diagram.small' : 'diagram.large')}
      </Button>
    </div>
  );
}
