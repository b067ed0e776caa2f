import type { ReactElement } from 'react';
import { postList } from '../../../server/kernel/bpmn/post-list.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { attributeOf } from '../model/step-facts.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';

const type = 'grid:Approval';
const modes = ['any', 'all', 'sequence', 'vote'] as const;
const whose = ['posts', 'holders'] as const;

/** How many must agree, by what is written. */
const needs: readonly { readonly id: string; readonly title: TextKey; readonly written: object }[] = [
  {
    id: 'majority',
    title: 'process.together.needed.majority',
    written: { needed: '=floor(numberOfInstances / 2) + 1', ratio: undefined },
  },
  { id: 'half', title: 'process.together.needed.half', written: { needed: undefined, ratio: '0.5' } },
  { id: 'two-thirds', title: 'process.together.needed.two-thirds', written: { needed: undefined, ratio: '2/3' } },
];

/** 多人办: which posts decide together and how, in sentences; 或签, 会签, 依次, 票签. */
export function TogetherSentences(ground: PanelGround): ReactElement {
  const { canvas, element, vocabulary } = ground;
  const { text, pack } = useText();
  const model = element.businessObject;
  const isFixed = useFixed();
  const posts = attributeOf(model, type, 'posts') ?? attributeOf(model, 'grid:Assignment', 'post');
  const mode = attributeOf(model, type, 'mode') ?? 'any';
  const set = (attributes: Readonly<Record<string, string | undefined>>): void =>
    canvas.edits.setExtension(element, type, attributes);
  return (
    <SentenceGroup title={text('process.together')}>
      <Sentence>
        <Filled
          of="process.together.says"
          parts={{
            posts: (
              <PanelField of="voters">
                <InlineChoices
                  label={text('process.together.posts')}
                  options={vocabulary.posts.map(({ id, title }) => ({ id, title: pack(title) }))}
                  values={posts?.startsWith('=') === true ? [] : postList(posts)}
                  placeholder={posts?.startsWith('=') === true ? posts : text('process.together.posts.none')}
                  onChange={(ids) => set({ posts: ids.join(' ') })}
                />
              </PanelField>
            ),
            mode: (
              <PanelField of="approval">
                <InlineChoice
                  label={text('process.together.mode')}
                  options={modes.map((id) => ({ id, title: text(`process.together.mode.${id}`) }))}
                  value={mode}
                  onChange={(chosen) => set(chosenMode(chosen))}
                />
              </PanelField>
            ),
            whose: (
              <InlineChoice
                label={text('process.together.whose')}
                options={whose.map((id) => ({ id, title: text(`process.together.whose.${id}`) }))}
                value={attributeOf(model, type, 'of') ?? 'posts'}
                onChange={(of) => set({ of })}
              />
            ),
          }}
        />{' '}
        {mode === 'vote' && <NeededPart {...ground} asked={postList(posts).length} />}
      </Sentence>
      <OutcomeSentence {...ground} />
      {!isFixed && (
        <Button small onPress={() => set({ mode: undefined, of: undefined, posts: undefined, ...noVotes, ...noNames })}>
          {text('process.together.end')}
        </Button>
      )}
    </SentenceGroup>
  );
}

/** Where the outcome is, and what the form has to ask. */
function OutcomeSentence({ element }: PanelGround): ReactElement {
  const { text } = useText();
  const result = attributeOf(element.businessObject, type, 'result') ?? 'approval';
  return (
    <Sentence>
      <span className="quiet">
        {text('process.together.result', { result })} {text('process.together.form')}
      </span>
    </Sentence>
  );
}

const noVotes = { needed: undefined, ratio: undefined };
const noNames = { field: undefined, result: undefined };

/** 票签 needs a number to begin with: more than half. */
function chosenMode(mode: string): Readonly<Record<string, string | undefined>> {
  return mode === 'vote'
    ? { mode, needed: '=floor(numberOfInstances / 2) + 1', ratio: undefined }
    : { mode, ...noVotes };
}

function NeededPart({ canvas, element, asked }: PanelGround & { readonly asked: number }): ReactElement {
  const { text } = useText();
  const model = element.businessObject;
  const [needed, ratio] = [attributeOf(model, type, 'needed'), attributeOf(model, type, 'ratio')];
  const counts = Array.from({ length: Math.max(asked, 1) }, (_, nth) => String(nth + 1));
  const known = needs.find(({ written }) => JSON.stringify({ needed, ratio }) === JSON.stringify(written));
  const value = known?.id ?? (needed !== undefined && counts.includes(needed) ? needed : 'other');
  const options = [
    ...needs.map(({ id, title }) => ({ id, title: text(title) })),
    ...counts.map((count) => ({ id: count, title: text('process.together.needed.count', { count }) })),
    ...(value === 'other' ? [{ id: 'other', title: text('process.together.needed.other') }] : []),
  ];
  const choose = (id: string): void => {
    const written = needs.find((one) => one.id === id)?.written ?? { needed: id, ratio: undefined };
    if (id !== 'other') canvas.edits.setExtension(element, type, { ...written });
  };
  return (
    <Filled
      of="process.together.vote"
      parts={{
        needed: (
          <PanelField of="needed">
            <InlineChoice label={text('process.together.needed')} options={options} value={value} onChange={choose} />
          </PanelField>
        ),
      }}
    />
  );
}
