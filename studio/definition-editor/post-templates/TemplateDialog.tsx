import { type ReactElement, useState } from 'react';
import { readHolders } from '../../../server/http/contract/organization.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import type { Post } from '../../../server/kernel/organization/organization.ts';
import type { DraftDefinitions } from '../../api/drafts/draft-definitions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { type Texts, useText } from '../../translations/texts.ts';
import { ChoiceRow } from '../../ui/ChoiceRow.tsx';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { Folded } from '../../ui/Folded.tsx';
import { LightTag } from '../../ui/Light.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useDefinitionActions } from '../use-definition-actions.ts';
import { usesOf } from '../uses.ts';
import { planTemplate, type TemplatePlan } from './plan-template.ts';
import { postTemplates } from './post-templates.ts';

interface TemplateDialogProps {
  readonly area: string;
  readonly definitions: DraftDefinitions;
  readonly onClose: () => void;
}

/** Chooses a ready set of posts, says what it does to the draft and to whom, and puts it there. */
export function TemplateDialog({ area, definitions, onClose }: TemplateDialogProps): ReactElement {
  const { text } = useText();
  const [chosen, setChosen] = useState(postTemplates[0]?.id);
  const [others, setOthers] = useState<'keep' | 'remove'>('keep');
  const actions = useDefinitionActions(area);
  const say = useToast();
  const template = postTemplates.find(({ id }) => id === chosen);
  if (template === undefined) throw new Error('the program has no sets of posts');
  const roles = new Set(definitions.roles.map(({ id }) => id));
  const plan = planTemplate(template, definitions.posts, roles, others);
  const nothing = plan.added.length + plan.changed.length + plan.removed.length === 0;
  const apply = async (): Promise<void> => {
    const written = [...plan.added, ...plan.changed].map((post) => ({ id: post.id, json: asJson(post) }));
    const gone = plan.removed.map(({ id }) => id);
    if (!(await actions.writePosts(written, gone))) return;
    say(text('template.applied', { title: template.title }));
    onClose();
  };
  return (
    <DialogBox
      title={text('template.title')}
      action={text('template.apply')}
      ready={!nothing}
      busy={actions.busy}
      problem={actions.problem}
      onAction={() => void apply()}
      onClose={onClose}
      width={640}
    >
      <p>{text('template.says')}</p>
      <ChoiceRow
        label={text('template.choose')}
        choices={postTemplates.map(({ id, title }) => ({ id, title }))}
        value={chosen}
        onChange={setChosen}
      />
      <p>
        {template.says} <span className="quiet">{template.source}</span>
      </p>
      {template.assumed !== undefined && (
        <p>
          <Tag tone="warn">{text('assumed')}</Tag> <span className="quiet">{template.assumed}</span>
        </p>
      )}
      <ChoiceRow
        label={text('template.keep')}
        choices={[
          { id: 'keep', title: text('template.keep') },
          { id: 'remove', title: text('template.remove') },
        ]}
        value={others}
        onChange={(value) => setOthers(value === 'remove' ? 'remove' : 'keep')}
      />
      {nothing ? <p>{text('template.same')}</p> : <PlanShown plan={plan} definitions={definitions} />}
    </DialogBox>
  );
}

function PlanShown({
  plan,
  definitions,
}: {
  readonly plan: TemplatePlan;
  readonly definitions: DraftDefinitions;
}): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { added, changed, removed } = plan;
  return (
    <section className="gl-note">
      {added.length > 0 && (
        <Folded
          title={text('template.added', { count: added.length })}
          lines={added.map((post) => lineOf(post, texts))}
        />
      )}
      {changed.length > 0 && (
        <Folded
          title={text('template.changed', { count: changed.length })}
          lines={changed.map((post) => lineOf(post, texts))}
        />
      )}
      {removed.length > 0 && (
        <>
          <Folded
            title={text('template.removed', { count: removed.length })}
            lines={removed.map((post) => lineOf(post, texts))}
          />
          <Losing removed={removed} definitions={definitions} />
        </>
      )}
    </section>
  );
}

/** Who would be left without a post, and what still names the posts that go. */
function Losing({
  removed,
  definitions,
}: {
  readonly removed: readonly Post[];
  readonly definitions: DraftDefinitions;
}): ReactElement {
  const { text, pack } = useText();
  const gone = new Set(removed.map(({ id }) => id));
  const { data } = useAnswer(readHolders, { query: { posts: [...gone].join(',') } });
  const losing = data?.only;
  const uses = removed
    .flatMap(({ id }) => usesOf(definitions, 'post', id))
    .filter(({ kind, id }) => kind !== 'post' || !gone.has(id));
  const where = [...new Set(uses.map(({ title }) => pack(title)))].join(text('list.comma'));
  return (
    <>
      {losing?.count === 0 && <p className="quiet">{text('template.losing.none')}</p>}
      {losing !== undefined && losing.count > 0 && (
        <>
          <p>
            <LightTag light="yellow">{text('template.losing', { count: losing.count })}</LightTag>
          </p>
          <p>
            {losing.first.map(({ name }) => name).join(text('list.comma'))}
            {losing.count > losing.first.length && ' …'}
          </p>
        </>
      )}
      {where !== '' && <p>{text('template.used', { where })}</p>}
    </>
  );
}

function lineOf({ title, required, min, max }: Post, { text, pack }: Texts): string {
  const size = min === max ? text('board.size', { count: max }) : text('board.sizes', { min, max });
  return `${pack(title)} · ${text(required ? 'template.required' : 'template.optional')} · ${size}`;
}

/** A post is made of JSON alone; its type says more. */
function asJson(post: Post): JsonObject {
  const json: unknown = post;
  return json as { readonly [name: string]: Json };
}
