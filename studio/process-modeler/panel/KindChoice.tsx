import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { changeKind, otherKinds } from '../canvas/step-commands.ts';
import { kindOf, type StepKind } from '../steps/step-kind.ts';
import type { PanelGround } from './panel-ground.ts';

/** What kind of step it is, and which other kinds it may become without anything around it breaking. */
export function KindChoice({ canvas, element, vocabulary, part }: PanelGround): ReactElement {
  const { text } = useText();
  const kind = kindOf(element.businessObject);
  const others = otherKinds(element);
  const fixed = useFixed();
  if (others.length === 0 || fixed) return <Tag>{text(`process.kind.${kind}`)}</Tag>;
  const sources = { vocabulary, part, nameOf: (one: StepKind | 'timer' | 'clock-timer') => text(`process.new.${one}`) };
  return (
    <InlineChoice
      label={text('process.kind')}
      options={[kind, ...others].map((id) => ({ id, title: text(`process.kind.${id}`) }))}
      value={kind}
      onChange={(id) => {
        const chosen = others.find((one) => one === id);
        if (chosen !== undefined) changeKind(canvas, sources, element, chosen);
      }}
    />
  );
}
