import type { ReactElement } from 'react';
import { type TextKey, useText } from '../../translations/texts.ts';
import { InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { type ElementKind, kindOf } from '../steps/step-kind.ts';
import { Expert } from './Expert.tsx';
import { FlowSentences } from './FlowSentences.tsx';
import { GatewaySentences } from './GatewaySentences.tsx';
import { JobSentences } from './JobSentences.tsx';
import { KindChoice } from './KindChoice.tsx';
import { NoticeSentences } from './NoticeSentences.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { ProcessSentences } from './ProcessSentences.tsx';
import { RuleSentences } from './RuleSentences.tsx';
import { StageSentence } from './StageSentence.tsx';
import { StepActions } from './StepActions.tsx';
import { TimerSentences } from './TimerSentences.tsx';
import { UserTaskSentences } from './UserTaskSentences.tsx';
import { WaySentences } from './WaySentences.tsx';
import './step-panel.css';

/** What is chosen, in sentences that can be changed. */
export function StepPanel(ground: PanelGround): ReactElement {
  const { canvas, element } = ground;
  const { text } = useText();
  const model = element.businessObject;
  const kind = kindOf(model);
  return (
    <>
      <header className="gl-step-head">
        <h2>
          <PanelField of="name">
            <InlineText
              label={text('process.name')}
              value={model.name ?? ''}
              placeholder={text('process.name.none')}
              longest={40}
              onChange={(name) => canvas.edits.setName(element, name)}
            />
          </PanelField>
        </h2>
        <KindChoice {...ground} />
      </header>
      <Described {...ground} kind={kind} />
      <StepActions {...ground} />
      <Expert {...ground} />
    </>
  );
}

function Described({ kind, ...ground }: PanelGround & { readonly kind: ElementKind }): ReactElement {
  switch (kind) {
    case 'user-task':
    case 'together':
      return <UserTaskSentences {...ground} />;
    case 'choice':
    case 'parallel':
      return <GatewaySentences {...ground} />;
    case 'wait':
    case 'timer':
      return <TimerSentences {...ground} />;
    case 'notice':
      return <NoticeSentences {...ground} />;
    case 'rule':
      return <RuleSentences {...ground} />;
    case 'job':
      return <JobSentences {...ground} />;
    case 'flow':
      return <FlowSentences {...ground} />;
    case 'process':
      return <ProcessSentences {...ground} />;
    case 'start':
      return (
        <>
          <Said of="process.start.says" />
          <StageSentence {...ground} />
          <WaySentences {...ground} />
        </>
      );
    case 'end':
      return <Said of="process.end.says" />;
    case 'plain':
      return (
        <>
          <Said of="process.plain.says" />
          <WaySentences {...ground} />
        </>
      );
    default:
      return <Said of={kind === 'drawing' ? 'process.drawing.says' : 'process.outside.says'} />;
  }
}

function Said({ of }: { readonly of: TextKey }): ReactElement {
  const { text } = useText();
  return (
    <Sentence>
      <span className="quiet">{text(of)}</span>
    </Sentence>
  );
}
