import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup } from '../../ui/desktop/sentence/Sentence.tsx';
import { headersOf, listedTexts, type MappingText, mappingsOf } from '../model/step-facts.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { areaOptions } from './post-options.ts';
import { StageSentence } from './StageSentence.tsx';
import { WaySentences } from './WaySentences.tsx';

/** Stands for posts chosen by hand, among what the process may decide. */
const CHOSEN = 'chosen';

/** Which notice is sent to whom. */
export function NoticeSentences(ground: PanelGround): ReactElement {
  const { canvas, element, vocabulary } = ground;
  const { text, pack } = useText();
  const notice = headersOf(element.businessObject).get('notice');
  return (
    <>
      <SentenceGroup title={text('process.notice')}>
        <Sentence>
          <Filled
            of="process.notice.says"
            parts={{
              notice: (
                <PanelField of="notice">
                  <InlineChoice
                    label={text('process.notice.label')}
                    options={vocabulary.notices.map(({ id, title }) => ({ id, title: withoutPlaces(pack(title)) }))}
                    value={notice === '' ? undefined : notice}
                    placeholder={text('process.notice.none')}
                    onChange={(id) => canvas.edits.setHeader(element, 'notice', id)}
                  />
                </PanelField>
              ),
            }}
          />{' '}
          {notice !== undefined && notice !== '' && (
            <Link href={`/definitions/notice/${notice}`}>{text('process.to-notice')}</Link>
          )}
        </Sentence>
        <ReceiverSentence {...ground} />
      </SentenceGroup>
      <StageSentence {...ground} />
      <WaySentences {...ground} />
    </>
  );
}

function ReceiverSentence({ canvas, element, vocabulary, fields, part }: PanelGround): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { inputs, outputs } = mappingsOf(element.businessObject);
  const sourceOf = (target: string): string | undefined => inputs.find((input) => input.target === target)?.source;
  const [posts, positions] = [sourceOf('posts'), sourceOf('positions')];
  const chosen = listedTexts(posts);
  const setInputs = (changed: readonly MappingText[]): void => {
    const targets = new Set(['posts', 'positions', ...changed.map(({ target }) => target)]);
    const kept = inputs.filter(({ target }) => !targets.has(target));
    canvas.edits.setMappings(element, { inputs: [...changed, ...kept], outputs });
  };
  const lists = fields.filter(({ path }) => /(told|participants|posts)$/i.test(path));
  const whoOptions = [
    { id: CHOSEN, title: text('process.told.chosen') },
    ...lists.map(({ path, title, from }) => ({ id: `=${path}`, title: pack(title), more: pack(from) })),
  ];
  return (
    <Sentence>
      <Filled
        of={chosen === null ? 'process.told.decided' : 'process.told.says'}
        parts={{
          who: (
            <PanelField of="told">
              <InlineChoice
                label={text('process.told')}
                options={whoOptions}
                value={chosen === null ? (positions ?? posts) : CHOSEN}
                onChange={(id) => setInputs(receivers(id, chosen))}
              />
            </PanelField>
          ),
          posts: (
            <InlineChoices
              label={text('process.told.posts')}
              options={vocabulary.posts.map(({ id, title }) => ({ id, title: pack(title) }))}
              values={chosen ?? []}
              onChange={(ids) => setInputs(receivers(CHOSEN, ids))}
            />
          ),
        }}
      />
      {positions === undefined && (
        <AreaPart
          options={areaOptions(vocabulary, part, texts)}
          value={sourceOf('area')}
          onChange={(area) =>
            setInputs([...inputs.filter(({ target }) => target !== 'area'), { source: area, target: 'area' }])
          }
        />
      )}
    </Sentence>
  );
}

function AreaPart({
  options,
  value,
  onChange,
}: {
  readonly options: ReturnType<typeof areaOptions>;
  readonly value: string | undefined;
  readonly onChange: (area: string) => void;
}): ReactElement {
  const { text } = useText();
  const choice = <InlineChoice label={text('process.area')} options={options} value={value} onChange={onChange} />;
  return <Filled of="process.told.area" parts={{ area: choice }} />;
}

/** 抄送：{number} is shown as 抄送：… */
function withoutPlaces(title: string): string {
  return title.replaceAll(/\{\w+\}/g, '…');
}

/** A list of the participants of a meeting says posts and areas; every other list says posts. */
function receivers(id: string, posts: readonly string[] | null): readonly MappingText[] {
  if (id === CHOSEN) return [{ source: `=${JSON.stringify(posts ?? [])}`, target: 'posts' }];
  return [{ source: id, target: /participants$/i.test(id) ? 'positions' : 'posts' }];
}
