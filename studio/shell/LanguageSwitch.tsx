import type { ReactElement } from 'react';
import { chooseLanguage, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';

/** The way to the other language, written in that language. */
export function LanguageSwitch(): ReactElement {
  const { language, text } = useText();
  return (
    <Button
      kind="text"
      onPress={() => {
        void chooseLanguage(language === 'zh' ? 'en' : 'zh');
      }}
    >
      {text('language.other')}
    </Button>
  );
}
