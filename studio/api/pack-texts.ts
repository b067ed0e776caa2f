import { readTranslations } from '../../server/http/contract/translations.ts';
import { learnPackTexts, useText } from '../translations/texts.ts';
import { useEffect } from 'react';
import { useAnswer } from './use-answer.ts';

/** Fetches the packs' English as soon as somebody reads the studio in English, and gives it to the translations. */
export function usePackTexts(): void {
  const { language } = useText();
  const { data } = useAnswer(readTranslations, {}, { when: language === 'en' });
  useEffect(() => {
    if (data !== undefined) learnPackTexts(data.texts);
  }, [data]);
}
