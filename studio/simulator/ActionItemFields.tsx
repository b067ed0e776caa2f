import type { ReactElement } from 'react';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { PickField } from './PickField.tsx';

/** What minutes say about something that was agreed. */
export interface ActionItem {
  readonly title: string;
  readonly post: string;
  readonly area: string;
  readonly limit: string;
}

/** An action item to begin with: the first post, in the first area that has it. */
export function firstActionItem(release: CompiledRelease, title: string): ActionItem {
  const [post] = release.posts;
  return {
    title,
    post: post?.id ?? '',
    area: release.areas.find(({ type }) => type === post?.areaType)?.code ?? '',
    limit: release.limits.keys().next().value ?? '',
  };
}

interface ActionItemFieldsProps {
  readonly release: CompiledRelease;
  readonly item: ActionItem;
  readonly onChange: (item: ActionItem) => void;
}

/** What is to be done, by whom, where and how soon. */
export function ActionItemFields({ release, item, onChange }: ActionItemFieldsProps): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      <Field label={text('simulator.start.title')} required>
        {(control) => (
          <TextInput
            control={control}
            value={item.title}
            onChange={(title) => onChange({ ...item, title })}
            maxLength={200}
          />
        )}
      </Field>
      <PickField
        label={text('simulator.start.post')}
        value={item.post}
        options={release.posts.map(({ id, title }) => ({ value: id, label: pack(title) }))}
        onChange={(post) => onChange({ ...item, post })}
      />
      <PickField
        label={text('simulator.start.area')}
        value={item.area}
        options={release.areas.map(({ code, name }) => ({ value: code, label: pack(name) }))}
        onChange={(area) => onChange({ ...item, area })}
      />
      <PickField
        label={text('simulator.start.limit')}
        value={item.limit}
        options={[...release.limits.values()].map(({ id, title }) => ({ value: id, label: pack(title) }))}
        onChange={(limit) => onChange({ ...item, limit })}
      />
    </>
  );
}
