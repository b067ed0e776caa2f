import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import type { DraftDefinitions } from '../../api/drafts/draft-definitions.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { instantOfLocal, momentWords } from '../../ui/time-words.ts';
import type { EditorProps } from '../editor-props.ts';
import { movedItem, withValueAt } from '../json-edit.ts';
import { wordedTitle } from '../placeholder-words.ts';
import { EditorSheet, SheetPart } from '../parts/EditorSheet.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';
import { MemberChoice, MemberText } from '../parts/MemberInputs.tsx';
import { PlaceProblems } from '../parts/PlaceProblems.tsx';
import { UsesList } from '../parts/UsesList.tsx';

function rungsOf(json: JsonObject): readonly JsonObject[] {
  return isJsonArray(json['rungs']) ? json['rungs'].filter(isJsonObject) : [];
}

/** A ladder: rung under rung along a line, each a sentence. */
export function LadderEditor(editor: EditorProps): ReactElement {
  const { json, onChange, definitions, fixed } = editor;
  const { text } = useText();
  const rungs = rungsOf(json);
  const set = (next: readonly Json[]): void => onChange({ ...json, rungs: next });
  const add = (): void => {
    const notice = rungs.at(-1)?.['notice'] ?? definitions.notices[0]?.id ?? '';
    set([...rungs, { title: text('definition.ladder.nth', { nth: rungs.length + 1 }), told: [], notice }]);
  };
  return (
    <EditorSheet>
      <SheetPart title={text('definition.ladder.title')} place="/title">
        <MemberText editor={editor} place="/title" label={text('definition.ladder.title')} longest={40} />
      </SheetPart>
      <SheetPart title={text('definition.ladder.rungs')} note={text('definition.ladder.rungs.note')} place="/rungs">
        <ol className="gl-rung-edit">
          {rungs.map((rung, nth) => (
            // A rung is known by its place.
            <li key={nth} data-path={`/rungs/${nth}`}>
              <i aria-hidden="true">{nth + 1}</i>
              <div>
                <RungSentences editor={editor} rung={rung} nth={nth} />
                <PlaceProblems problems={editor.problems} place={`/rungs/${nth}`} />
              </div>
              {!fixed && (
                <div className="gl-line-tools">
                  {nth > 0 && (
                    <Button kind="text" small onPress={() => set(movedItem(rungs, nth, nth - 1))}>
                      {text('definition.up')}
                    </Button>
                  )}
                  {rungs.length > 1 && (
                    <Button kind="text" small onPress={() => set(rungs.toSpliced(nth, 1))}>
                      {text('definition.take-away')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ))}
        </ol>
        {!fixed && (
          <Button kind="text" onPress={add}>
            <Icon name="plus" small />
            {text('definition.ladder.add')}
          </Button>
        )}
      </SheetPart>
    </EditorSheet>
  );
}

function RungSentences({
  editor,
  rung,
  nth,
}: {
  readonly editor: EditorProps;
  readonly rung: JsonObject;
  readonly nth: number;
}): ReactElement {
  const { json, onChange, definitions } = editor;
  const texts = useText();
  const { text, pack } = texts;
  const at = `/rungs/${nth}`;
  const told = isJsonArray(rung['told']) ? rung['told'].map(plainText) : [];
  return (
    <>
      <Sentence>
        <MemberText editor={editor} place={`${at}/title`} label={text('definition.ladder.rung-title')} longest={40} />
        {text(nth === 0 ? 'definition.ladder.first' : 'definition.ladder.further')}
        <MemberChoice
          editor={editor}
          place={`${at}/after`}
          label={text('definition.ladder.after')}
          source="limits"
          nothing={text('definition.ladder.at-once')}
        />
        {text('definition.ladder.handed')}
        <MemberChoice
          editor={editor}
          place={`${at}/to`}
          label={text('definition.ladder.to')}
          source="posts"
          nothing={text('definition.ladder.stays')}
        />
        {text('definition.ladder.acts')}
      </Sentence>
      <Sentence>
        {text('definition.ladder.tells')}
        <InlineChoices
          label={text('definition.ladder.told')}
          values={told}
          options={definitions.posts.map(({ id, title }) => ({ id, title: pack(title) }))}
          placeholder={text('definition.ladder.nobody')}
          onChange={(posts) => onChange(withValueAt(json, `${at}/told`, [...posts]))}
        />
        {text('definition.ladder.with')}
        <MemberChoice
          editor={editor}
          place={`${at}/notice`}
          label={text('definition.ladder.notice')}
          options={definitions.notices.map(({ id, title }) => ({ id, title: wordedTitle(pack(title), texts) }))}
        />
        {text('definition.ladder.end')}
      </Sentence>
    </>
  );
}

/** What would happen when something runs out on a Friday afternoon, and which processes climb this ladder. */
export function LadderPanel({ json, definitions, now }: EditorProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const start = fridayAfternoon(now);
  const moments = momentsOf(json, definitions, start);
  return (
    <>
      <PanelPart title={text('definition.ladder.example')} aside={text('definition.live')}>
        <p>{text('definition.ladder.example.says', { at: momentWords(start, now, texts) })}</p>
        <ol className="gl-moments">
          {moments.map((moment, nth) => (
            <li key={nth}>
              <i className="gl-shape gl-shape-late" aria-hidden="true" />
              <span>
                <b>{moment.at === null ? text('definition.ladder.never') : momentWords(moment.at, now, texts)}</b>{' '}
                {moment.title}
                <span className="quiet">
                  {moment.to === undefined
                    ? text('definition.ladder.example.stays')
                    : text('definition.ladder.example.to', { post: pack(moment.to) })}
                </span>
              </span>
            </li>
          ))}
        </ol>
        <p className="quiet">{text('definition.ladder.never-completes')}</p>
      </PanelPart>
      <UsesList definitions={definitions} kind="ladder" id={plainText(json['id'] ?? '')} />
    </>
  );
}

interface RungMoment {
  readonly title: string;
  /** When it acts; null when that cannot be reckoned. */
  readonly at: string | null;
  readonly to: string | undefined;
}

function momentsOf(
  json: JsonObject,
  { calendars, limits, posts }: DraftDefinitions,
  start: string,
): readonly RungMoment[] {
  const known = new Map(calendars.map((one) => [one.id, one] as const));
  return rungsOf(json).reduce<readonly RungMoment[]>((before, rung) => {
    const from = before.length === 0 ? start : (before.at(-1)?.at ?? null);
    const limit = limits.find(({ id }) => id === rung['after']);
    const waits = from === null || limit === undefined ? null : (startClock(limit, known, from)?.dueAt ?? null);
    const to = posts.find(({ id }) => id === rung['to'])?.title;
    return [...before, { title: plainText(rung['title'] ?? ''), at: rung['after'] === undefined ? from : waits, to }];
  }, []);
}

/** The coming Friday at 16:30, when working time begins to matter. */
function fridayAfternoon(now: string): string {
  const day = new Date(now);
  day.setUTCDate(day.getUTCDate() + ((12 - day.getUTCDay()) % 7 || 7));
  return instantOfLocal(`${day.toISOString().slice(0, 10)}T16:30`);
}
