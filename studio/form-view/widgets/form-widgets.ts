import type { RegistryWidgetsType } from '@rjsf/utils';
import { CategoryWidget } from './CategoryWidget.tsx';
import { ChoicesWidget, ChoiceWidget, YesNoWidget } from './ChoiceWidget.tsx';
import { DateTimeWidget, DateWidget } from './DateWidget.tsx';
import { LongTextWidget } from './LongTextWidget.tsx';
import { NumberWidget } from './NumberWidget.tsx';
import { PhotosWidget } from './PhotosWidget.tsx';
import { PluginWidget } from './PluginWidget.tsx';
import { PlaceWidget } from './PlaceWidget.tsx';
import { SelectWidget } from './SelectWidget.tsx';
import { SwitchWidget } from './SwitchWidget.tsx';
import { PhoneWidget, TextWidget } from './TextWidget.tsx';

/** The controls by the words of the kernel's `FormControl`, and RJSF's own names for forms outside the profile. */
export const formWidgets: RegistryWidgetsType = {
  text: TextWidget,
  textarea: LongTextWidget,
  number: NumberWidget,
  date: DateWidget,
  'date-time': DateTimeWidget,
  choice: ChoiceWidget,
  select: SelectWidget,
  choices: ChoicesWidget,
  category: CategoryWidget,
  switch: SwitchWidget,
  'yes-no': YesNoWidget,
  phone: PhoneWidget,
  photos: PhotosWidget,
  place: PlaceWidget,
  area: SelectWidget,
  plugin: PluginWidget,
  TextWidget,
  EmailWidget: TextWidget,
  URLWidget: TextWidget,
  TextareaWidget: LongTextWidget,
  UpDownWidget: NumberWidget,
  DateWidget,
  DateTimeWidget,
  CheckboxWidget: SwitchWidget,
};
