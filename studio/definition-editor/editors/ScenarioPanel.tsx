import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import type { EditorProps } from '../editor-props.ts';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';

/** What a scenario is for, and the words it may use: those on the screen. */
export function ScenarioPanel({ definitions }: EditorProps): ReactElement {
  const { text, pack } = useText();
  const stages = definitions.caseTypes.flatMap((type) => type.stages.map(({ title }) => pack(title)));
  return (
    <>
      <PanelPart title={text('definition.scenario.what')}>
        <p>{text('definition.scenario.what.says')}</p>
      </PanelPart>
      <PanelPart title={text('definition.scenario.words')}>
        <p className="quiet">{text('definition.scenario.words.says')}</p>
        <p>{text('definition.scenario.stages', { stages: stages.join(text('list.comma')) })}</p>
        <p>
          {text('definition.scenario.posts', {
            posts: definitions.posts.map(({ title }) => pack(title)).join(text('list.comma')),
          })}
        </p>
      </PanelPart>
    </>
  );
}
