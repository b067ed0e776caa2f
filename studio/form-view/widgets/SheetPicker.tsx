import { type ReactElement, useState } from 'react';
import type { Choice } from '../../../server/kernel/forms/schema-node.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SearchInput } from '../../ui/TextInput.tsx';
import { Sheet, SheetChoice } from '../../ui/phone/Sheet.tsx';
import { useFormContext } from '../form-view-context.ts';
import type { PickerProps } from './DeskPicker.tsx';

/** More than this are searched. */
const seenAtOnce = 10;

/** The phone's picker: a line that opens a sheet with the list. */
export function SheetPicker({ control, choices, chosen, onPick }: PickerProps): ReactElement {
  const { t, translate } = useFormContext();
  const [open, setOpen] = useState(false);
  const pick = (choice: Choice | undefined): void => {
    setOpen(false);
    onPick(choice);
  };
  return (
    <>
      <button
        type="button"
        id={control.id}
        className="gl-input fv-picker"
        aria-haspopup="dialog"
        aria-labelledby={`${control.labelId} ${control.id}`}
        aria-describedby={control.describedBy}
        onClick={() => {
          setOpen(true);
        }}
      >
        {chosen === undefined ? (
          <span className="quiet">{t('form.choose')}</span>
        ) : (
          <span className="cut">{translate(chosen.title)}</span>
        )}
        <Icon name="next" small />
      </button>
      <Sheet
        title={control.title}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      >
        <PickList choices={choices} chosen={chosen} onPick={pick} />
        {chosen !== undefined && !control.required && (
          <SheetChoice
            title={t('form.clear')}
            onPress={() => {
              pick(undefined);
            }}
          />
        )}
      </Sheet>
    </>
  );
}

/** Answers under the titles of their groups, with a search box when they are many. */
function PickList({ choices, chosen, onPick }: Omit<PickerProps, 'control'>): ReactElement {
  const { t, translate } = useFormContext();
  const [words, setWords] = useState('');
  const found = choices.filter((choice) =>
    `${translate(choice.title)} ${translate(choice.group ?? '')}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      {choices.length > seenAtOnce && (
        <div className="fv-pick-search">
          <SearchInput label={t('form.search')} value={words} onChange={setWords} />
        </div>
      )}
      {found.length === 0 && <p className="fv-pick-none quiet">{t('form.no-match')}</p>}
      {found.map((choice, index) => (
        <div key={JSON.stringify(choice.value)}>
          {choice.group !== undefined && choice.group !== found[index - 1]?.group && (
            <p className="fv-pick-group quiet">{translate(choice.group)}</p>
          )}
          <SheetChoice
            title={translate(choice.title)}
            chosen={choice === chosen}
            onPress={() => {
              onPick(choice);
            }}
          />
        </div>
      ))}
    </>
  );
}
