import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Icon } from './Icon.tsx';
import { photoAddress } from './photo-address.ts';
import { useEscape } from './use-escape.ts';
import './photo-strip.css';

/** Photos of the server, small; one that is pressed is shown large over the page until it is pressed again. */
export function PhotoStrip({ photos }: { readonly photos: readonly string[] }): ReactElement {
  const { text } = useText();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : photos[open];
  return (
    <>
      <ul className="gl-photos">
        {photos.map((photo, place) => (
          <li key={photo}>
            <button type="button" onClick={() => setOpen(place)}>
              <img
                src={photoAddress(photo, 'thumbnail')}
                alt={text('photo.nth', { nth: place + 1, total: photos.length })}
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
      {shown !== undefined && <LargePhoto photo={shown} onClose={() => setOpen(null)} />}
    </>
  );
}

function LargePhoto({ photo, onClose }: { readonly photo: string; readonly onClose: () => void }): ReactElement {
  const { text } = useText();
  useEscape(true, onClose);
  return (
    <div className="gl-large-photo" role="dialog" aria-modal="true" aria-label={text('photo.large')}>
      <button type="button" autoFocus aria-label={text('close')} onClick={onClose}>
        <img src={photoAddress(photo, 'full')} alt={text('photo.large')} />
        <span>
          <Icon name="cross" />
        </span>
      </button>
    </div>
  );
}
