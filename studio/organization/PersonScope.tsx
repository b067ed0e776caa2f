import type { ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { readPersonScope } from '../../server/http/contract/people.ts';
import { type TextKey, type Texts, useText } from '../translations/texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { clockWords, dateWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';

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
        {data.grants.map((grant, nth) => (
          <li key={`${nth} ${grant.area.code}`} className="gl-note">
            <b>
              {grant.below === 0
                ? pack(grant.area.name)
                : text('scope.below', { area: pack(grant.area.name), count: grant.below })}
            </b>
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
                { title: text('scope.because'), text: reasonWords(grant, data.asOf, texts) },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonWords(
  {
    area,
    postTitle,
    kind,
    to,
  }: {
    readonly area: { readonly name: string };
    readonly postTitle: string | null;
    readonly kind: 'formal' | 'cover' | null;
    readonly to: string | null;
  },
  asOf: string,
  texts: Texts,
): string {
  const { text, pack } = texts;
  if (postTitle === null) return text('scope.administers', { area: pack(area.name) });
  const held = text(kind === 'cover' ? 'scope.covers' : 'scope.holds', {
    area: pack(area.name),
    post: pack(postTitle),
  });
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
