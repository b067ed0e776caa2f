import { bpmnJsZh } from '../../translations/bpmn-js.zh.ts';
import { fill } from '../../translations/fill.ts';
import type { Language } from '../../translations/language.ts';

type Translate = (template: string, values?: Readonly<Record<string, string>>) => string;

/**
 * What bpmn-js says, in the chosen language: it hands every one of its English texts to a service named `translate`.
 * In Chinese a text that we do not know is empty rather than English.
 */
export function wordsOfBpmnJs(language: Language): { readonly translate: readonly ['value', Translate] } {
  const chinese: Readonly<Record<string, string>> = bpmnJsZh;
  return {
    translate: [
      'value',
      (template, values = {}) => fill(language === 'en' ? template : (chinese[template] ?? ''), values),
    ],
  };
}
