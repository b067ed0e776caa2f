import type { ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { groupBy } from '../../server/kernel/group-by.ts';
import { readPersonScope } from '../../server/http/contract/people.ts';
import { type TextKey, type Texts, useText } from '../translations/texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { clockWords, dateWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import '../ui/desktop/template-list.css';
import './person-scope.css';

/** 管辖范围: what a person sees and may do, and because of which post. */
export function PersonScope({ person }: { readonly person: string }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const answer = useAnswer(readPersonScope, { params: { person } });
  const { data } = answer;
  if (data === undefined) return <Waiting {...waitingFor(answer)} lines={4} />;
  return (
    <section className="gl-person-scope">
      <h3>{text('scope')}</h3>
      <p className="quiet">{text('scope.as-of', { count: data.grants.length, time: clockWords(data.asOf) })}</p>
      {data.grants.length === 0 && <EmptyState title={text('scope.none')} next={text('scope.none.next')} />}
      <ul>
        {alikeGrants(data.grants).map((alike) => {
          const [grant] = alike;
          return (
            <li key={alike.map(({ area }) => area.code).join(' ')} className="gl-note">
              <b>{alike.map((one) => placeWords(one, texts)).join(text('list.comma'))}</b>
              <FactList
                facts={[
                  {
                    title: text('scope.categories'),
                    text:
                      grant.categories === null
                        ? text('scope.all-categories')
                        : grant.categories.map((title) => pack(title)).join(text('list.comma')),
                  },
                  { title: text('scope.may'), text: permissionWords(grant.permissions, texts) },
                  { title: text('scope.because'), text: reasonWords(grant, alike.length, data.asOf, texts) },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Grant = AnswerOf<typeof readPersonScope>['grants'][number];

/** Grants by the same post with the same rights are told once, with all their areas: somebody holds it in seven grids. */
function alikeGrants(grants: readonly Grant[]): readonly (readonly [Grant, ...Grant[]])[] {
  const sort = ({ postTitle, kind, to, permissions, categories }: Grant): string =>
    JSON.stringify([postTitle, kind, to, permissions, categories]);
  return [...groupBy(grants, sort).values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest]] : []));
}

function placeWords({ area, below }: Grant, { text, pack }: Texts): string {
  return below === 0 ? pack(area.name) : text('scope.below', { area: pack(area.name), count: below });
}

/** Because of which post; of several areas it is not said again which. */
function reasonWords({ area, postTitle, kind, to }: Grant, places: number, asOf: string, texts: Texts): string {
  const { text, pack } = texts;
  const where = places === 1 ? pack(area.name) : text('scope.these', { count: places });
  if (postTitle === null) return text('scope.administers', { area: where });
  const held = text(kind === 'cover' ? 'scope.covers' : 'scope.holds', { area: where, post: pack(postTitle) });
  return to === null ? held : text('scope.until', { held, to: dateWords(to, asOf, texts) });
}

const known: Readonly<Record<string, TextKey>> = {
  'case.report': 'permission.case.report',
  'case.view': 'permission.case.view',
  'case.urge': 'permission.case.urge',
  'case.reveal-reporter': 'permission.case.reveal-reporter',
  'ledger.view': 'permission.ledger.view',
  'ledger.edit': 'permission.ledger.edit',
  'posts.view': 'permission.posts.view',
  'posts.edit': 'permission.posts.edit',
  'people.edit': 'permission.people.edit',
  'meeting.view': 'permission.meeting.view',
  'meeting.hold': 'permission.meeting.hold',
  'definitions.view': 'permission.definitions.view',
  'operations.view': 'permission.operations.view',
  'operations.repair': 'permission.operations.repair',
  'messages.send': 'permission.messages.send',
  administration: 'permission.administration',
};

/** A word the program does not know permits nothing, and is not told. */
function permissionWords(permissions: readonly string[], { text }: Texts): string {
  const words = permissions.flatMap((permission) => {
    const key = known[permission];
    return key === undefined ? [] : [text(key)];
  });
  return words.length === 0 ? text('scope.nothing') : words.join(text('list.comma'));
}
