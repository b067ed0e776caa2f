import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { attributeOf } from '../model/step-facts.ts';
import { stagesOf } from '../model/variables-in-sight.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';

/** Which stage of the case a step belongs to; nothing where the process is not that of a case. */
export function StageSentence({ canvas, element, vocabulary, process }: PanelGround): ReactElement | null {
  const { text, pack } = useText();
  const stages = stagesOf(process, vocabulary);
  if (stages.length === 0) return null;
  const none = { id: '', title: text('process.stage.none') };
  return (
    <Sentence>
      <Filled
        of="process.stage.says"
        parts={{
          stage: (
            <PanelField of="stage">
              <InlineChoice
                label={text('process.stage')}
                options={[none, ...stages.map(({ id, title }) => ({ id, title: pack(title) }))]}
                value={attributeOf(element.businessObject, 'grid:Stage', 'id') ?? ''}
                onChange={(id) => canvas.edits.setExtension(element, 'grid:Stage', { id })}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}
