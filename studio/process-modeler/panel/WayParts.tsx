import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type Connection, middleOf } from '../canvas/diagram.ts';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { TargetChoice } from './TargetChoice.tsx';

type WayGround = Pick<PanelGround, 'canvas' | 'element'>;

/** The step a way leads to, which can be another one. */
export function WayTarget({ canvas, element, way }: WayGround & { readonly way: Connection }): ReactElement {
  return (
    <TargetChoice
      canvas={canvas}
      from={element}
      value={way.target}
      onChange={(target) => canvas.modeling.reconnectEnd(way, target, middleOf(target))}
    />
  );
}

/** Goes to a way on the drawing. */
export function ToWay({ canvas, way }: Pick<PanelGround, 'canvas'> & { readonly way: Connection }): ReactElement {
  const { text } = useText();
  return (
    <button
      type="button"
      className="gl-quiet-button"
      aria-label={text('process.to-way')}
      title={text('process.to-way')}
      onClick={() => canvas.select(way.id)}
    >
      <Icon name="right" small />
    </button>
  );
}

/** A step it may lead to by a new way. */
export function NewTarget({ canvas, element, of }: WayGround & { readonly of: 'then' | 'further' }): ReactElement {
  const { text } = useText();
  return (
    <PanelField of={of}>
      <TargetChoice
        canvas={canvas}
        from={element}
        placeholder={text('process.target.none')}
        onChange={(target) => canvas.modeling.connect(element, target)}
      />
    </PanelField>
  );
}
