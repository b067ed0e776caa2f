import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { type Connection, isSequenceFlow } from '../canvas/diagram.ts';
import { conditionOf, isDefault } from '../model/step-facts.ts';
import { kindOf } from '../steps/step-kind.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { Filled } from './Filled.tsx';
import { handOn } from './hand-on.ts';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { stepTitle } from './step-title.ts';
import { NewTarget, ToWay, WayTarget } from './WayParts.tsx';
import { WaySentences } from './WaySentences.tsx';

/** Which way it goes: every way with its conditions, and the one that is taken when none holds. */
export function GatewaySentences(ground: PanelGround): ReactElement {
  const { text } = useText();
  const ways = ground.element.outgoing.filter(isSequenceFlow);
  if (kindOf(ground.element.businessObject) === 'parallel') {
    return (
      <>
        <Sentence>{text(ways.length > 1 ? 'process.parallel.splits' : 'process.parallel.joins')}</Sentence>
        <WaySentences {...ground} />
        <FurtherWay {...ground} />
      </>
    );
  }
  if (ways.length < 2) {
    return (
      <>
        <Sentence>{text('process.choice.one')}</Sentence>
        <WaySentences {...ground} />
        <FurtherWay {...ground} />
      </>
    );
  }
  return (
    <SentenceGroup title={text('process.choice')}>
      <DefaultSentence {...ground} />
      {ways.map((way) => (
        <Way key={way.id} {...ground} way={way} />
      ))}
      <FurtherWay {...ground} />
    </SentenceGroup>
  );
}

function DefaultSentence({ canvas, element }: PanelGround): ReactElement {
  const texts = useText();
  const ways = element.outgoing.filter(isSequenceFlow);
  return (
    <Sentence>
      <Filled
        of="process.default.says"
        parts={{
          way: (
            <PanelField of="default">
              <InlineChoice
                label={texts.text('process.default')}
                options={ways.map((way) => ({ id: way.id, title: wayTitle(way, texts) }))}
                value={ways.find(({ businessObject }) => isDefault(businessObject))?.id}
                placeholder={texts.text('process.default.none')}
                onChange={(id) => {
                  const way = ways.find((one) => one.id === id) ?? null;
                  canvas.together(() => canvas.edits.setDefault(element, way));
                }}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}

/** 「要」去「事件处理」, or only where it goes. */
function wayTitle(way: Connection, texts: Parameters<typeof stepTitle>[1]): string {
  const name = way.businessObject.name ?? '';
  const target = stepTitle(way.target, texts);
  return name === '' ? texts.text('process.way', { target }) : texts.text('process.way.named', { name, target });
}

function Way({ way, ...ground }: PanelGround & { readonly way: Connection }): ReactElement {
  const { canvas, element, fields } = ground;
  const texts = useText();
  const { text } = texts;
  const model = way.businessObject;
  return (
    <div>
      <div className="gl-way-head">
        <b>
          <Filled
            of={model.name === undefined ? 'process.then.says' : 'process.then.named'}
            parts={{
              way: model.name,
              target: <WayTarget canvas={canvas} element={element} way={way} />,
            }}
          />
        </b>
        <ToWay canvas={canvas} way={way} />
      </div>
      {isDefault(model) ? (
        <p className="quiet">{text('process.default.here')}</p>
      ) : (
        <PanelField of={`condition-${way.id}`}>
          <ConditionRows
            source={conditionOf(model)}
            fields={fields}
            onChange={(source, handedOn) =>
              canvas.together(() => {
                handOn(canvas, handedOn);
                canvas.edits.setCondition(way, source);
              })
            }
          />
        </PanelField>
      )}
    </div>
  );
}

/** One more way out, to a step that is there already. */
function FurtherWay({ canvas, element }: PanelGround): ReactElement | null {
  if (useFixed()) return null;
  return (
    <div className="gl-step-offer">
      <Sentence>
        <Filled of="process.further" parts={{ target: <NewTarget canvas={canvas} element={element} of="further" /> }} />
      </Sentence>
    </div>
  );
}
