import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { isJsonArray } from '../../../server/kernel/json.ts';
import { Icon } from '../../ui/Icon.tsx';
import { groupProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { type NewPhoto, useNewPhotos } from './use-new-photos.ts';

/** Photos as their ids; taken or chosen, kept by the page, each with its state until it is kept. */
export function PhotosWidget({ value, onChange, schema, options }: WidgetProps): ReactElement {
  const { t, door } = useFormContext();
  const control = useFieldControl();
  const given: unknown = value;
  const ids = isJsonArray(given) ? given.filter((id): id is string => typeof id === 'string') : [];
  const most = schema.maxItems ?? Number.POSITIVE_INFINITY;
  const { waiting, add, again, forget } = useNewPhotos(ids, most, onChange);
  const room = most - ids.length - waiting.length;
  return (
    <div {...groupProps(control)} role="group" className="fv-shots">
      {ids.map((id, index) => (
        <KeptPhoto
          key={id}
          id={id}
          nth={index + 1}
          onRemove={() => {
            onChange(ids.filter((one) => one !== id));
          }}
        />
      ))}
      {waiting.map((photo, index) => (
        <WaitingPhoto
          key={photo.key}
          photo={photo}
          nth={ids.length + index + 1}
          onAgain={() => {
            again(photo);
          }}
          onRemove={() => {
            forget(photo);
          }}
        />
      ))}
      {room > 0 && (
        <label className="fv-shot fv-shot-add">
          <input
            type="file"
            accept="image/*"
            multiple={room > 1}
            aria-label={control.title}
            {...(options['camera'] === 'only' ? { capture: 'environment' as const } : {})}
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <Icon name="camera" />
          {t(door === 'phone' ? 'form.photos.take' : 'form.photos.choose')}
        </label>
      )}
    </div>
  );
}

function KeptPhoto({
  id,
  nth,
  onRemove,
}: {
  readonly id: string;
  readonly nth: number;
  readonly onRemove: () => void;
}): ReactElement {
  const { t, photos } = useFormContext();
  const url = photos?.urlOf(id);
  return (
    <div className="fv-shot">
      {url === undefined ? (
        <span className="fv-shot-absent" role="img" aria-label={t('form.photos.nth', { nth })} />
      ) : (
        <img src={url} alt={t('form.photos.nth', { nth })} />
      )}
      <RemovePhoto nth={nth} onRemove={onRemove} />
    </div>
  );
}

interface WaitingPhotoProps {
  readonly photo: NewPhoto;
  readonly nth: number;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

function WaitingPhoto({ photo, nth, onAgain, onRemove }: WaitingPhotoProps): ReactElement {
  const { t } = useFormContext();
  return (
    <div className={`fv-shot fv-shot-${photo.state}`}>
      <img src={photo.preview} alt={t('form.photos.nth', { nth })} />
      {photo.state === 'saving' && <span className="fv-shot-busy" role="status" aria-label={t('form.photos.adding')} />}
      {photo.state === 'failed' && (
        <>
          <button type="button" className="fv-shot-again" title={t('form.photos.failed')} onClick={onAgain}>
            {t('form.photos.again')}
          </button>
          <RemovePhoto nth={nth} onRemove={onRemove} />
        </>
      )}
    </div>
  );
}

function RemovePhoto({ nth, onRemove }: { readonly nth: number; readonly onRemove: () => void }): ReactElement {
  const { t } = useFormContext();
  return (
    <button type="button" className="fv-shot-remove" aria-label={t('form.photos.remove', { nth })} onClick={onRemove}>
      <span>
        <Icon name="cross" small />
      </span>
    </button>
  );
}
