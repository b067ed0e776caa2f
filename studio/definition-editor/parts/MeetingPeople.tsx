import type { ReactElement } from 'react';
import { plainText } from '../../../server/kernel/forms/schema-node.ts';
import { readHolders } from '../../../server/http/contract/organization.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LightTag } from '../../ui/Light.tsx';
import type { EditorProps } from '../editor-props.ts';
import { withValueAt } from '../json-edit.ts';
import { PlaceProblems } from './PlaceProblems.tsx';

/** Who convenes, who records and who comes, each by post, with who holds it today. */
export function MeetingPeople(editor: EditorProps): ReactElement {
  const { json, onChange, fixed } = editor;
  const { text } = useText();
  const participants = isJsonArray(json['participants']) ? json['participants'] : [];
  const places = ['/convenor', '/recorder', ...participants.map((_, nth) => `/participants/${nth}`)];
  return (
    <>
      <ul className="gl-people-lines">
        {places.map((place, nth) => (
          <li key={place} data-path={place}>
            <span className="quiet">
              {nth === 0 && text('meeting.convenor')}
              {nth === 1 && text('meeting.recorder')}
              {nth === 2 && text('meeting.participants')}
            </span>
            <div>
              <PersonLine editor={editor} place={place} />
              <PlaceProblems problems={editor.problems} place={place} />
            </div>
            {nth > 1 && !fixed && (
              <Button
                kind="text"
                small
                label={text('definition.meeting.not-invite')}
                disabled={participants.length === 1}
                onPress={() => onChange(withValueAt(json, place, undefined))}
              >
                <Icon name="close" small />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!fixed && (
        <Button
          kind="text"
          onPress={() => onChange({ ...json, participants: [...participants, { post: '', areas: 'own' }] })}
        >
          <Icon name="plus" small />
          {text('definition.meeting.invite')}
        </Button>
      )}
    </>
  );
}

function PersonLine({
  editor: { json, onChange, definitions },
  place,
}: {
  readonly editor: EditorProps;
  readonly place: string;
}): ReactElement {
  const { text, pack } = useText();
  const line = lineAt(json, place);
  const [post, areas] = [plainText(line['post'] ?? ''), plainText(line['areas'] ?? 'own')];
  const set = (next: JsonObject): void => onChange(withValueAt(json, place, { ...line, ...next } as Json));
  const isOne = place === '/convenor' || place === '/recorder';
  return (
    <>
      {!isOne && (
        <InlineChoice
          label={text('definition.meeting.where')}
          value={areas}
          options={[
            { id: 'own', title: text('invited.own') },
            { id: 'each', title: text('invited.each') },
          ]}
          onChange={(where) => set({ areas: where })}
        />
      )}
      <InlineChoice
        label={text('definition.meeting.post')}
        value={post}
        placeholder={text('definition.meeting.choose-post')}
        options={definitions.posts.map((one) => ({
          id: one.id,
          title: pack(one.title),
          group: text(`area-type.${one.areaType}`),
        }))}
        onChange={(id) => set({ post: id })}
      />
      <HoldersNow post={post} area={areas === 'own' ? plainText(json['area'] ?? '') : null} />
    </>
  );
}

function lineAt(json: JsonObject, place: string): JsonObject {
  const nth = /^\/participants\/(\d+)$/.exec(place)?.[1];
  const participants = isJsonArray(json['participants']) ? json['participants'] : [];
  const line = nth === undefined ? json[place.slice(1)] : participants[Number(nth)];
  return isJsonObject(line) ? line : {};
}

/** 现为 李建华; many are counted; nobody is said in red. Only what is published is held by anybody. */
function HoldersNow({ post, area }: { readonly post: string; readonly area: string | null }): ReactElement | null {
  const { text } = useText();
  const where = area === null ? {} : { area, below: 'no' as const };
  const { data } = useAnswer(readHolders, { query: { posts: post, ...where } }, { when: post !== '' && area !== '' });
  if (data === undefined || data.positions === 0) return null;
  const { people, positions, unheld } = data;
  const names = people.first.map(({ name }) => name);
  return (
    <>
      {names.length > 0 && (
        <span className="quiet">
          {people.count > 3
            ? text('invited.count', { areas: positions, people: people.count })
            : text('meeting.held-by', { names: names.join(text('list.comma')) })}
        </span>
      )}{' '}
      {unheld > 0 && (
        <LightTag light="red">{unheld === 1 ? text('vacant') : text('vacant.count', { count: unheld })}</LightTag>
      )}
    </>
  );
}
