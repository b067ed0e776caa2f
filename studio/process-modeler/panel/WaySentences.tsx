import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { isSequenceFlow } from '../canvas/diagram.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { NewTarget, ToWay, WayTarget } from './WayParts.tsx';

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
                    <WayTarget canvas={canvas} element={element} way={way} />
                  </PanelField>
                ),
              }}
            />
          </Sentence>
          <ToWay canvas={canvas} way={way} />
        </div>
      ))}
      {ways.length === 0 && !fixed && (
        <Sentence>
          <Filled
            of="process.then.none"
            parts={{ target: <NewTarget canvas={canvas} element={element} of="then" /> }}
          />
        </Sentence>
      )}
    </SentenceGroup>
  );
}
