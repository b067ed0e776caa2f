import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import './diagram.css';
import type { DrawnDiagram } from './draw-diagram.ts';

interface DiagramToolsProps {
  readonly drawn: DrawnDiagram | null;
  readonly large: boolean;
  readonly onLarge: (large: boolean) => void;
}

/** Nearer, farther, the whole, and large: for those who cannot drag and turn a wheel. */
export function DiagramTools({ drawn, large, onLarge }: DiagramToolsProps): ReactElement {
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
