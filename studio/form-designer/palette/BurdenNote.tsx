import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { useEditing } from '../editing.ts';
import { fillBurden } from '../questions/fill-burden.ts';

/** 填报负担: what filling in once costs the person who does it, at the first step of the form. */
export function BurdenNote(): ReactElement {
  const { text } = useText();
  const { blocks, steps } = useEditing();
  const questions = blocks.flatMap((block) => block.questions);
  const { asked, atTimes, shown, minutes } = fillBurden(questions, steps[0]?.id ?? '*');
  return (
    <section className="fd-burden" aria-labelledby="fd-burden">
      <h2 id="fd-burden">{text('designer.burden')}</h2>
      <p>{text('designer.burden.says', { minutes, asked })}</p>
      <p className="quiet">
        {atTimes > 0 && text('designer.burden.at-times', { count: atTimes })}
        {shown > 0 && text('designer.burden.shown', { count: shown })}
        {atTimes === 0 && shown === 0 && text('designer.burden.always')}
      </p>
    </section>
  );
}
