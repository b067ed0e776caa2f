import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { isSequenceFlow, middleOf } from '../canvas/diagram.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { TargetChoice } from './TargetChoice.tsx';

/** Where it goes on: each way with the step it leads to. */
export function WaySentences({ canvas, element }: PanelGround): ReactElement {
  const { text } = useText();
  const fixed = useFixed();
  const ways = element.outgoing.filter(isSequenceFlow);
  return (
    <SentenceGroup title={text('process.then')}>
      {ways.map((way) => (
        <div key={way.id} className="gl-way">
          <Sentence>
            <Filled
              of={way.businessObject.name === undefined ? 'process.then.says' : 'process.then.named'}
              parts={{
                way: <b>{way.businessObject.name}</b>,
                target: (
                  <PanelField of="then">
                    <TargetChoice
                      canvas={canvas}
                      from={element}
                      value={way.target}
                      onChange={(target) => canvas.modeling.reconnectEnd(way, target, middleOf(target))}
                    />
                  </PanelField>
                ),
              }}
            />
          </Sentence>
          <button
            type="button"
            className="gl-quiet-button"
            aria-label={text('process.to-way')}
            title={text('process.to-way')}
            onClick={() => canvas.select(way.id)}
          >
            <Icon name="right" small />
          </button>
        </div>
      ))}
      {ways.length === 0 && !fixed && (
        <Sentence>
          <Filled
            of="process.then.none"
            parts={{
              target: (
                <PanelField of="then">
                  <TargetChoice
                    canvas={canvas}
                    from={element}
                    placeholder={text('process.target.none')}
                    onChange={(target) => canvas.modeling.connect(element, target)}
                  />
                </PanelField>
              ),
            }}
          />
        </Sentence>
      )}
    </SentenceGroup>
  );
}
