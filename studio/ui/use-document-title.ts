import { useEffect } from 'react';
import { useText } from '../translations/texts.ts';

/** The title of the browser's tab while a page is open: the page, then the product. */
export function useDocumentTitle(title: string): void {
  const { text } = useText();
  const product = text('product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
