import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import type { ProcessCanvas } from './canvas/process-canvas.ts';

/** Nearer, farther, the whole, and finding a step: for those who cannot turn a wheel. */
export function CanvasTools({ canvas }: { readonly canvas: ProcessCanvas }): ReactElement {
  const { text } = useText();
  return (
    <div className="gl-process-tools">
      <Button kind="text" small onPress={() => canvas.find()}>
        {text('process.find')}
      </Button>
      <Button kind="text" small onPress={() => canvas.zoom(-1)}>
        {text('diagram.farther')}
      </Button>
      <Button kind="text" small onPress={() => canvas.zoom(1)}>
        {text('diagram.nearer')}
      </Button>
      <Button kind="text" small onPress={() => canvas.fit()}>
        {text('diagram.whole')}
      </Button>
    </div>
  );
}
