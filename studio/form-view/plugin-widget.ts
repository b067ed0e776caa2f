import { type ComponentType, createContext } from 'react';
import type { Json } from '../../server/kernel/json.ts';

/**
 * A form control that a plugin adds. It draws the control alone: label, hint and error are the form's. It must work by
 * keyboard, and its targets are 44 px high on the phone.
 */
export type FormWidget = ComponentType<FormWidgetProps>;

/** What a control is given. */
export interface FormWidgetProps {
  /** For the element that takes the focus, so that the label belongs to it. */
  readonly id: string;
  /** Id of the label, for a group of elements (`aria-labelledby`). */
  readonly labelId: string;
  /** Ids of hint and error (`aria-describedby`). */
  readonly describedBy: string | undefined;
  /** The field's title, in the language that is chosen. */
  readonly title: string;
  /** What is filled in; undefined: nothing. It has the field's type once it was set by this control. */
  readonly value: Json | undefined;
  /** Fills in a value, or nothing. */
  readonly onChange: (value: Json | undefined) => void;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly language: 'zh' | 'en';
  readonly door: 'phone' | 'desktop';
  /** The field's JSON Schema: `minimum`, `maximum`, `oneOf` … */
  readonly schema: { readonly [keyword: string]: unknown };
}

/** What a plugin's `studio.tsx` exports as `plugin`, by the names in its `plugin.json`. */
export interface StudioPlugin {
  readonly widgets: { readonly [name: string]: FormWidget };
}

/** Finds the control a word such as `rating:stars` names; null when no plugin here adds it. */
export type FindWidget = (word: string) => FormWidget | null;

/** The controls of plugins, as the shell found them; a page without a shell has none. */
export const PluginWidgetsContext = createContext<FindWidget>(() => null);
