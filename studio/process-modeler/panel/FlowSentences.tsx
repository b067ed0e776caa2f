import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { isSequenceFlow } from '../canvas/diagram.ts';
import { attributeOf, conditionOf, isDefault } from '../model/step-facts.ts';
import { stagesOf } from '../model/variables-in-sight.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { Filled } from './Filled.tsx';
import { handOn } from './hand-on.ts';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { stepTitle } from './step-title.ts';

/** A line: from where to where, when it is taken, and what needs nobody then. */
export function FlowSentences(ground: PanelGround): ReactElement | null {
  const { canvas, element, fields } = ground;
  const texts = useText();
  const { text } = texts;
  const fixed = useFixed();
  if (!isSequenceFlow(element)) return null;
  const { source, target, businessObject: model } = element;
  const chooses = source.outgoing.filter(isSequenceFlow).length > 1 && source.type !== 'bpmn:ParallelGateway';
  return (
    <>
      <Sentence>
        <Filled
          of="process.flow.says"
          parts={{ source: <b>{stepTitle(source, texts)}</b>, target: <b>{stepTitle(target, texts)}</b> }}
        />
      </Sentence>
      {(chooses || conditionOf(model) !== '') && (
        <SentenceGroup title={text('process.condition')}>
          {isDefault(model) ? (
            <p className="quiet">{text('process.default.here')}</p>
          ) : (
            <>
              <PanelField of="condition">
                <ConditionRows
                  source={conditionOf(model)}
                  fields={fields}
                  onChange={(written, handedOn) =>
                    canvas.together(() => {
                      handOn(canvas, handedOn);
                      canvas.edits.setCondition(element, written);
                    })
                  }
                />
              </PanelField>
              {!fixed && (
                <div>
                  <Button
                    kind="text"
                    small
                    onPress={() => canvas.together(() => canvas.edits.setDefault(source, element))}
                  >
                    {text('process.default.make')}
                  </Button>
                </div>
              )}
            </>
          )}
        </SentenceGroup>
      )}
      <PassesSentence {...ground} />
    </>
  );
}

function PassesSentence({ canvas, element, vocabulary, process }: PanelGround): ReactElement | null {
  const { text, pack } = useText();
  const stages = stagesOf(process, vocabulary);
  if (stages.length === 0) return null;
  const model = element.businessObject;
  const passed = attributeOf(model, 'grid:Passes', 'stages')?.split(/\s+/) ?? [];
  const because = attributeOf(model, 'grid:Passes', 'because') ?? '';
  return (
    <SentenceGroup title={text('process.passes')}>
      <Sentence>
        <Filled
          of="process.passes.says"
          parts={{
            stages: (
              <PanelField of="passes">
                <InlineChoices
                  label={text('process.passes.label')}
                  options={stages.map(({ id, title }) => ({ id, title: pack(title) }))}
                  values={passed}
                  placeholder={text('process.passes.none')}
                  onChange={(ids) =>
                    canvas.edits.setExtension(element, 'grid:Passes', {
                      stages: ids.join(' '),
                      because: ids.length === 0 ? undefined : because,
                    })
                  }
                />
              </PanelField>
            ),
          }}
        />
        {passed.length > 0 && (
          <Filled
            of="process.because.says"
            parts={{
              because: (
                <PanelField of="because">
                  <InlineText
                    label={text('process.because')}
                    value={because}
                    wrong={because === ''}
                    placeholder={text('process.because.none')}
                    longest={60}
                    onChange={(words) => canvas.edits.setExtension(element, 'grid:Passes', { because: words })}
                  />
                </PanelField>
              ),
            }}
          />
        )}
      </Sentence>
    </SentenceGroup>
  );
}
