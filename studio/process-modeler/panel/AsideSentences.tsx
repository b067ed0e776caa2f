import type { ReactElement } from 'react';
import { dutyNames } from '../../../server/kernel/bpmn/executable-activity.ts';
import { postList } from '../../../server/kernel/bpmn/post-list.ts';
import { useText } from '../../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup } from '../../ui/desktop/sentence/Sentence.tsx';
import { attributeOf } from '../model/step-facts.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { postOptions } from './post-options.ts';

/** Stands for posts chosen by hand, among what the process may decide. */
const CHOSEN = 'chosen';

/** Who is told when the step begins (抄送), and who owes what from then on (责任). */
export function AsideSentences(ground: PanelGround): ReactElement {
  const { text } = useText();
  return (
    <>
      <SentenceGroup title={text('process.aside')}>
        <ToldSentence {...ground} />
      </SentenceGroup>
      <SentenceGroup title={text('process.duties')}>
        {dutyNames.map((duty) => (
          <DutySentence key={duty} {...ground} duty={duty} />
        ))}
      </SentenceGroup>
    </>
  );
}

function ToldSentence({ canvas, element, vocabulary, fields }: PanelGround): ReactElement {
  const { text, pack } = useText();
  const posts = attributeOf(element.businessObject, 'grid:Told', 'posts');
  const isDecided = posts?.startsWith('=') === true;
  const lists = fields.filter(({ path }) => /(told|posts)$/i.test(path));
  const set = (written: string): void => canvas.edits.setExtension(element, 'grid:Told', { posts: written });
  return (
    <Sentence>
      <Filled
        of="process.aside.says"
        parts={{
          posts: (
            <PanelField of="told">
              {lists.length > 0 && (
                <InlineChoice
                  label={text('process.aside')}
                  options={[
                    { id: CHOSEN, title: text('process.told.chosen') },
                    ...lists.map(({ path, title, from }) => ({ id: `=${path}`, title: pack(title), more: pack(from) })),
                  ]}
                  value={isDecided ? posts : CHOSEN}
                  onChange={(id) => set(id === CHOSEN ? '' : id)}
                />
              )}{' '}
              {!isDecided && (
                <InlineChoices
                  label={text('process.aside.posts')}
                  options={vocabulary.posts.map(({ id, title }) => ({ id, title: pack(title) }))}
                  values={postList(posts)}
                  placeholder={text('process.aside.none')}
                  onChange={(ids) => set(ids.join(' '))}
                />
              )}
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}

function DutySentence({
  canvas,
  element,
  vocabulary,
  fields,
  duty,
}: PanelGround & { readonly duty: (typeof dutyNames)[number] }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const none = { id: '', title: text('process.duty.none') };
  return (
    <Sentence>
      <Filled
        of="process.duties.says"
        parts={{
          duty: <b>{text(`process.duty.${duty}`)}</b>,
          post: (
            <PanelField of={duty}>
              <InlineChoice
                label={text(`process.duty.${duty}`)}
                options={[none, ...postOptions(vocabulary, fields, texts)]}
                value={attributeOf(element.businessObject, 'grid:Duties', duty) ?? ''}
                onChange={(post) => canvas.edits.setExtension(element, 'grid:Duties', { [duty]: post })}
              />
            </PanelField>
          ),
        }}
      />
    </Sentence>
  );
}
