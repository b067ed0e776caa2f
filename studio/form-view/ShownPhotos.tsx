import type { ReactElement } from 'react';
import { useFormContext } from './form-view-context.ts';

/** Photos that were taken, small; one that is not at hand keeps its place. */
export function ShownPhotos({ photos }: { readonly photos: readonly string[] }): ReactElement {
  const { t, photos: place } = useFormContext();
  return (
    <ul className="fv-shots">
      {photos.map((id, index) => {
        const url = place?.urlOf(id);
        const name = t('form.photos.nth', { nth: index + 1 });
        return (
          <li key={id} className="fv-shot">
            {url === undefined ? (
              <span className="fv-shot-absent" role="img" aria-label={name} />
            ) : (
              <img src={url} alt={name} loading="lazy" />
            )}
          </li>
        );
      })}
    </ul>
  );
}
