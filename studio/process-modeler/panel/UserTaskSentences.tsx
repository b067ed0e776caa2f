import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { limitFor } from '../model/limit-facts.ts';
import { attributeOf } from '../model/step-facts.ts';
import { kindOf } from '../steps/step-kind.ts';
import { AsideSentences } from './AsideSentences.tsx';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { amountWords, areaOptions, limitOptions, postOptions } from './post-options.ts';
import { StageLimits } from './StageLimits.tsx';
import { StageSentence } from './StageSentence.tsx';
import { TimersHere } from './TimersHere.tsx';
import { TogetherSentences } from './TogetherSentences.tsx';
import { WaySentences } from './WaySentences.tsx';

/** Who does it and until when, what is filled in, and where it goes on. */
export function UserTaskSentences(ground: PanelGround): ReactElement {
  const { text } = useText();
  const isTogether = kindOf(ground.element.businessObject) === 'together';
  return (
    <>
      <SentenceGroup title={text('process.who')}>
        <WhoSentence {...ground} />
        {!isTogether && <CoverSentence {...ground} />}
        {!isTogether && <InsteadSentence {...ground} />}
      </SentenceGroup>
      {isTogether && <TogetherSentences {...ground} />}
      <SentenceGroup title={text('process.late')}>
        <LateSentence {...ground} />
      </SentenceGroup>
      <StageLimits {...ground} />
      <SentenceGroup title={text('process.form')}>
        <FormSentence {...ground} />
      </SentenceGroup>
      <AsideSentences {...ground} />
      <StageSentence {...ground} />
      <SentenceGroup title={text('process.instruction')}>
        <InstructionBox {...ground} />
      </SentenceGroup>
      <WaySentences {...ground} />
      <TimersHere {...ground} />
    </>
  );
}

function WhoSentence({ canvas, element, vocabulary, fields, part }: PanelGround): ReactElement {
  const texts = useText();
  const { text } = texts;
  const model = element.businessObject;
  const area = attributeOf(model, 'grid:Assignment', 'area');
  const areas = areaOptions(vocabulary, part, texts);
  return (
    <Sentence>
      <Filled
        of={kindOf(model) === 'together' ? 'process.together.where' : 'process.who.says'}
        parts={{
          post: (
            <PanelField of="post">
              <InlineChoice
                label={text('process.post')}
                options={postOptions(vocabulary, fields, texts)}
                value={attributeOf(model, 'grid:Assignment', 'post')}
                placeholder={text('process.post.none')}
                onChange={(post) =>
                  canvas.edits.setExtension(element, 'grid:Assignment', { post, area: area ?? areas[0]?.id })
                }
              />
            </PanelField>
          ),
          area: (
            <PanelField of="area">
              <InlineChoice
                label={text('process.area')}
                options={areas}
                value={area}
                onChange={(chosen) => canvas.edits.setExtension(element, 'grid:Assignment', { area: chosen })}
              />
            </PanelField>
          ),
          limit: (
            <PanelField of="limit">
              <InlineChoice
                label={text('process.limit')}
                options={limitOptions(vocabulary, fields, texts)}
                value={limitFor(model, 'handle')?.limit}
                placeholder={text('process.limit.none')}
                onChange={(limit) => canvas.edits.setLimit(element, 'handle', { limit })}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}

/** Who has the work while nobody holds the post: a fact of the post, changed there. */
function CoverSentence({ element, vocabulary }: PanelGround): ReactElement | null {
  const { text, pack } = useText();
  const post = vocabulary.posts.find(({ id }) => id === attributeOf(element.businessObject, 'grid:Assignment', 'post'));
  if (post === undefined) return null;
  const cover = vocabulary.posts.find(({ id }) => id === post.fallback);
  return (
    <Sentence>
      {cover === undefined ? (
        text('process.cover.none')
      ) : (
        <Filled of="process.cover.says" parts={{ post: <b>{pack(cover.title)}</b> }} />
      )}{' '}
      <Link href={`/definitions/post/${post.id}`}>{text('process.to-post')}</Link>
    </Sentence>
  );
}

/** Who has it first while nobody holds the post, where this step wants it otherwise than the post. */
function InsteadSentence({ canvas, element, vocabulary, fields }: PanelGround): ReactElement {
  const texts = useText();
  const { text } = texts;
  const none = { id: '', title: text('process.instead.none') };
  return (
    <Sentence>
      <Filled
        of="process.instead.says"
        parts={{
          post: (
            <PanelField of="instead">
              <InlineChoice
                label={text('process.instead')}
                options={[none, ...postOptions(vocabulary, fields, texts)]}
                value={attributeOf(element.businessObject, 'grid:Assignment', 'fallback') ?? ''}
                onChange={(fallback) => canvas.edits.setExtension(element, 'grid:Assignment', { fallback })}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}

function LateSentence({ canvas, element, vocabulary }: PanelGround): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const handling = limitFor(element.businessObject, 'handle');
  const limit = vocabulary.limits.find(({ id }) => id === handling?.limit);
  const none = { id: '', title: text('process.ladder.none') };
  return (
    <Sentence>
      {limit !== undefined && <Filled of="process.yellow.says" parts={{ left: <b>{yellowWords(limit, texts)}</b> }} />}
      <Filled
        of="process.ladder.says"
        parts={{
          ladder: (
            <PanelField of="ladder">
              <InlineChoice
                label={text('process.ladder')}
                options={[none, ...vocabulary.ladders.map(({ id, title }) => ({ id, title: pack(title) }))]}
                value={handling?.ladder ?? ''}
                onChange={(ladder) => canvas.edits.setLimit(element, 'handle', { ladder })}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}

/** What is left when the light turns yellow: 1 个工作日, or a share of the limit. */
function yellowWords({ yellow }: TimeLimit, texts: Parameters<typeof amountWords>[1]): string {
  if (yellow !== undefined && 'amount' in yellow) return amountWords(yellow, texts);
  return texts.text('process.share', { percent: Math.round((yellow?.share ?? 0.25) * 100) });
}

function FormSentence({ canvas, element, vocabulary }: PanelGround): ReactElement {
  const { text, pack } = useText();
  const form = attributeOf(element.businessObject, 'zeebe:FormDefinition', 'formId');
  return (
    <Sentence>
      <Filled
        of="process.form.says"
        parts={{
          form: (
            <PanelField of="form">
              <InlineChoice
                label={text('process.form.label')}
                options={vocabulary.forms.map(({ id, title }) => ({ id, title: pack(title) }))}
                value={form}
                placeholder={text('process.form.none')}
                onChange={(formId) => canvas.edits.setExtension(element, 'zeebe:FormDefinition', { formId })}
              />
            </PanelField>
          ),
        }}
      />{' '}
      {form !== undefined && <Link href={`/definitions/form/${form}`}>{text('process.to-form')}</Link>}
    </Sentence>
  );
}

function InstructionBox({ canvas, element }: PanelGround): ReactElement {
  const { text } = useText();
  const words = attributeOf(element.businessObject, 'grid:Instruction', 'text') ?? '';
  if (useFixed()) return <Sentence>{words}</Sentence>;
  return (
    <PanelField of="instruction">
      <textarea
        className="gl-input"
        aria-label={text('process.instruction')}
        placeholder={text('process.instruction.none')}
        rows={3}
        maxLength={200}
        value={words}
        onChange={({ target }) => canvas.edits.setExtension(element, 'grid:Instruction', { text: target.value })}
      />
    </PanelField>
  );
}
