export type Language = 'zh' | 'en';

const KEPT_AS = 'gridloom.language';

/**
 * The language to start in: the one kept on this device, else Chinese; the browser's own language does not decide,
 * because the machines of an office are often set up in English by whoever installed them.
 */
export function keptLanguage(): Language {
  return window.localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh';
}

/** Keeps the choice on this device and tells the browser what the page is written in. */
export function keepLanguage(language: Language): void {
  window.localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = htmlLanguage(language);
}

/** The `lang` attribute for a language. */
function htmlLanguage(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
