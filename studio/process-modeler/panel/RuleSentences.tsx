import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup } from '../../ui/desktop/sentence/Sentence.tsx';
import { attributeOf } from '../model/step-facts.ts';
import { variableName } from '../steps/new-step.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { StageSentence } from './StageSentence.tsx';
import { WaySentences } from './WaySentences.tsx';

/** Which rule decides, and what it decides. */
export function RuleSentences(ground: PanelGround): ReactElement {
  const { canvas, element, vocabulary } = ground;
  const { text, pack } = useText();
  const id = attributeOf(element.businessObject, 'zeebe:CalledDecision', 'decisionId');
  const variable = attributeOf(element.businessObject, 'zeebe:CalledDecision', 'resultVariable');
  const decision = vocabulary.decisions.find((one) => one.id === id);
  return (
    <>
      <SentenceGroup title={text('process.rule')}>
        <Sentence>
          <Filled
            of="process.rule.says"
            parts={{
              rule: (
                <PanelField of="rule">
                  <InlineChoice
                    label={text('process.rule.label')}
                    options={vocabulary.decisions.map((one) => ({ id: one.id, title: pack(one.title) }))}
                    value={id}
                    placeholder={text('process.rule.none')}
                    onChange={(decisionId) =>
                      canvas.edits.setExtension(element, 'zeebe:CalledDecision', {
                        decisionId,
                        resultVariable: variable ?? variableName(decisionId),
                      })
                    }
                  />
                </PanelField>
              ),
            }}
          />{' '}
          {id !== undefined && <Link href={`/definitions/decision/${id}`}>{text('process.to-rule')}</Link>}
        </Sentence>
        {decision !== undefined && (
          <Sentence>
            {text('process.rule.decides', {
              what: decision.columns.map(({ title }) => pack(title)).join(text('list.comma')),
            })}
          </Sentence>
        )}
      </SentenceGroup>
      <StageSentence {...ground} />
      <WaySentences {...ground} />
    </>
  );
}
