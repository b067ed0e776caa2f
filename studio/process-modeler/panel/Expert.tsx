import { type ReactElement, useId } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { attributeOf, conditionOf, type MappingText, mappingsOf } from '../model/step-facts.ts';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';

/** What only those need who know the notation: ids, expressions, what a step takes in and hands on. */
export function Expert(ground: PanelGround): ReactElement {
  const { canvas, element } = ground;
  const { text } = useText();
  const id = useId();
  const fixed = useFixed();
  const model = element.businessObject;
  const { inputs, outputs } = mappingsOf(model);
  const isActivity = model.$type.endsWith('Task');
  return (
    <details className="gl-expert">
      <summary>{text('process.expert')}</summary>
      <p>
        {text('process.expert.id')} <code>{model.id}</code>
      </p>
      {isActivity && (
        <>
          <Mappings
            title={text('process.expert.inputs')}
            lines={inputs}
            onChange={(lines) => canvas.edits.setMappings(element, { inputs: lines, outputs })}
          />
          <Mappings
            title={text('process.expert.outputs')}
            lines={outputs}
            onChange={(lines) => canvas.edits.setMappings(element, { inputs, outputs: lines })}
          />
        </>
      )}
      {model.$type === 'bpmn:BusinessRuleTask' && (
        <>
          <label htmlFor={`${id}-result`}>{text('process.expert.result')}</label>
          <input
            id={`${id}-result`}
            className="gl-input"
            readOnly={fixed}
            value={attributeOf(model, 'zeebe:CalledDecision', 'resultVariable') ?? ''}
            onChange={({ target }) =>
              canvas.edits.setExtension(element, 'zeebe:CalledDecision', { resultVariable: target.value })
            }
          />
        </>
      )}
      {model.$type === 'bpmn:SequenceFlow' && (
        <PanelField of="expression">
          <label htmlFor={`${id}-condition`}>{text('process.expert.condition')}</label>
          <textarea
            id={`${id}-condition`}
            className="gl-input"
            rows={3}
            readOnly={fixed}
            value={conditionOf(model)}
            onChange={({ target }) => canvas.edits.setCondition(element, target.value)}
          />
        </PanelField>
      )}
    </details>
  );
}

interface MappingsProps {
  readonly title: string;
  readonly lines: readonly MappingText[];
  readonly onChange: (lines: readonly MappingText[]) => void;
}

function Mappings({ title, lines, onChange }: MappingsProps): ReactElement {
  const { text } = useText();
  const fixed = useFixed();
  return (
    <fieldset>
      <legend className="quiet">{title}</legend>
      {lines.map((line, nth) => (
        // Lines are known by their place; two may be alike while somebody types.
        <div key={nth} className="gl-expert-mapping">
          <input
            className="gl-input"
            aria-label={text('process.expert.source', { title, nth: nth + 1 })}
            readOnly={fixed}
            value={line.source}
            onChange={({ target }) => onChange(lines.with(nth, { ...line, source: target.value }))}
          />
          <input
            className="gl-input"
            aria-label={text('process.expert.target', { title, nth: nth + 1 })}
            readOnly={fixed}
            value={line.target}
            onChange={({ target }) => onChange(lines.with(nth, { ...line, target: target.value }))}
          />
          <button
            type="button"
            className="gl-quiet-button"
            disabled={fixed}
            aria-label={text('process.expert.remove', { title, nth: nth + 1 })}
            onClick={() => onChange(lines.toSpliced(nth, 1))}
          >
            <Icon name="close" small />
          </button>
        </div>
      ))}
      {!fixed && (
        <Button kind="text" small onPress={() => onChange([...lines, { source: '=', target: '' }])}>
          {text('process.expert.add')}
        </Button>
      )}
    </fieldset>
  );
}
