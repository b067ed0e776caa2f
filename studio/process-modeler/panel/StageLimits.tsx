import type { ReactElement } from 'react';
import { type ClockStage, clockStages } from '../../../server/kernel/calendar/time-limit.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { type LimitFact, limitsOf } from '../model/limit-facts.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { limitOptions } from './post-options.ts';

/** The clocks of a user task besides that of its handling: 签收, 首次响应, 核查, 回访. */
export function StageLimits(ground: PanelGround): ReactElement | null {
  const { canvas, element, vocabulary } = ground;
  const { text, pack } = useText();
  const isFixed = useFixed();
  const written = limitsOf(element.businessObject).filter(({ stage }) => stage !== 'handle');
  const free = clockStages.filter((stage) => stage !== 'handle' && !written.some((one) => one.stage === stage));
  if (isFixed && written.length === 0) return null;
  const add = (id: string): void => {
    const stage = free.find((one) => one === id);
    if (stage !== undefined) canvas.edits.setLimit(element, stage, { limit: proposed(ground, stage) });
  };
  return (
    <SentenceGroup title={text('process.stage-limits')}>
      {written.map((fact) => (
        <StageLimit key={fact.stage} {...ground} fact={fact} />
      ))}
      {!isFixed && free.length > 0 && vocabulary.limits.length > 0 && (
        <Sentence>
          <InlineChoice
            label={text('process.stage-limits.add')}
            options={[
              { id: '', title: text('process.stage-limits.add') },
              ...free.map((stage) => {
                const limit = vocabulary.limits.find((one) => one.stage === stage);
                const title = text(`stage.${stage}`);
                return { id: stage, title, ...(limit === undefined ? {} : { more: pack(limit.title) }) };
              }),
            ]}
            value=""
            onChange={add}
          />
        </Sentence>
      )}
    </SentenceGroup>
  );
}

/** The limit made for this stage, or the first there is: a new line can run as it is. */
function proposed({ vocabulary: { limits } }: PanelGround, stage: ClockStage): string {
  return (limits.find((limit) => limit.stage === stage) ?? limits[0])?.id ?? '';
}

function StageLimit(ground: PanelGround & { readonly fact: LimitFact }): ReactElement {
  const { canvas, element, vocabulary, fields, fact } = ground;
  const texts = useText();
  const { text, pack } = texts;
  const { stage } = fact;
  const name = text(`stage.${stage}`);
  const isFixed = useFixed();
  const none = { id: '', title: text('process.ladder.none') };
  return (
    <Sentence>
      <Filled
        of="process.stage-limits.says"
        parts={{
          stage: <b>{name}</b>,
          limit: (
            <PanelField of={`limit ${stage}`}>
              <InlineChoice
                label={text('process.stage-limits.limit', { stage: name })}
                options={limitOptions(vocabulary, fields, texts)}
                value={fact.limit}
                placeholder={text('process.limit.none')}
                onChange={(limit) => canvas.edits.setLimit(element, stage, { limit })}
              />
            </PanelField>
          ),
          ladder: (
            <InlineChoice
              label={text('process.stage-limits.ladder', { stage: name })}
              options={[none, ...vocabulary.ladders.map(({ id, title }) => ({ id, title: pack(title) }))]}
              value={fact.ladder ?? ''}
              onChange={(ladder) => canvas.edits.setLimit(element, stage, { ladder })}
            />
          ),
        }}
      />{' '}
      {!isFixed && (
        <Button kind="text" small onPress={() => canvas.edits.setLimit(element, stage, null)}>
          {text('process.stage-limits.drop', { stage: name })}
        </Button>
      )}
    </Sentence>
  );
}
