import type { ReactElement } from 'react';
import { elementsOf, textOf } from '../../../server/kernel/bpmn/compile/xml-element.ts';
import { useText } from '../../translations/texts.ts';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';

/** The process as a whole: what it is for, and how to go about it. */
export function ProcessSentences({ canvas, element, part, vocabulary, process }: PanelGround): ReactElement {
  const { text, pack } = useText();
  const fixed = useFixed();
  const words = textOf(elementsOf(element.businessObject, 'documentation')[0], 'text') ?? '';
  const users = vocabulary.caseTypes.filter((type) => type.process === process).map(({ title }) => pack(title));
  return (
    <>
      <SentenceGroup title={text('process.about')}>
        {fixed ? (
          <Sentence>{words}</Sentence>
        ) : (
          <PanelField of="about">
            <textarea
              className="gl-input"
              aria-label={text('process.about')}
              placeholder={text('process.about.none')}
              rows={4}
              maxLength={500}
              value={words}
              onChange={({ target }) => canvas.edits.setDocumentation(element, target.value)}
            />
          </PanelField>
        )}
        <Sentence>
          {users.length > 0
            ? text('process.used-by', { what: users.join(text('list.comma')) })
            : text(part === null ? 'process.unused' : `process.part.${part}`)}
        </Sentence>
      </SentenceGroup>
      {!fixed && (
        <SentenceGroup title={text('process.how')}>
          <p className="quiet">{text('process.how.says')}</p>
          <p className="quiet">{text('process.how.keys')}</p>
        </SentenceGroup>
      )}
    </>
  );
}
