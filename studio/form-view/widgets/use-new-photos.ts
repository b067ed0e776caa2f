import { useContext, useEffect, useRef, useState } from 'react';
import { useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { EditsContext } from '../pending-edits.ts';

/** A photo that is not kept yet. */
export interface NewPhoto {
  readonly key: string;
  readonly file: File;
  /** An address of the picture in this browser. */
  readonly preview: string;
  readonly state: 'saving' | 'failed';
}

interface NewPhotos {
  readonly waiting: readonly NewPhoto[];
  readonly add: (files: readonly File[]) => void;
  readonly again: (photo: NewPhoto) => void;
  readonly forget: (photo: NewPhoto) => void;
}

let counter = 0;

/**
 * The photos on their way from the camera to the page's keeping, one after the other so that a phone's memory holds.
 *
 * @param ids the photos that are kept
 * @param most how many there may be in all; what is chosen beyond that is left out
 */
export function useNewPhotos(
  ids: readonly string[],
  most: number,
  onChange: (ids: readonly string[]) => void,
): NewPhotos {
  const { photos } = useFormContext();
  const { pointer } = useFieldControl();
  const edits = useContext(EditsContext);
  const [waiting, setWaiting] = useState<readonly NewPhoto[]>([]);
  // Several photos may be kept before the form has come back with the first.
  const latest = useRef({ ids, onChange });
  const kept = ids.join(' ');
  useEffect(() => {
    latest.current.ids = kept === '' ? [] : kept.split(' ');
  }, [kept]);
  useEffect(() => {
    latest.current.onChange = onChange;
  }, [onChange]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  useReleasedPreviews(waiting);
  // A photo that is not kept would be missing from what is sent.
  const isWaiting = waiting.length > 0;
  useEffect(() => (isWaiting ? edits.begin(pointer) : undefined), [isWaiting, edits, pointer]);

  const keep = async (photo: NewPhoto): Promise<void> => {
    try {
      if (photos === undefined) throw new Error('The page keeps no photos.');
      const { id } = await photos.add(photo.file);
      setWaiting((all) => all.filter((one) => one.key !== photo.key));
      latest.current.ids = [...new Set([...latest.current.ids, id])];
      latest.current.onChange(latest.current.ids);
    } catch {
      setWaiting((all) => all.map((one) => (one.key === photo.key ? { ...one, state: 'failed' } : one)));
    }
  };
  const start = (photo: NewPhoto): void => {
    queue.current = queue.current.then(() => keep(photo));
  };
  return {
    waiting,
    add: (files) => {
      const room = Math.max(0, most - ids.length - waiting.length);
      const added = files.slice(0, room).map((file) => newPhoto(file));
      setWaiting((all) => [...all, ...added]);
      for (const photo of added) start(photo);
    },
    again: (photo) => {
      setWaiting((all) => all.map((one) => (one.key === photo.key ? { ...one, state: 'saving' } : one)));
      start(photo);
    },
    forget: (photo) => {
      setWaiting((all) => all.filter((one) => one.key !== photo.key));
    },
  };
}

function newPhoto(file: File): NewPhoto {
  counter += 1;
  return { key: `new ${counter}`, file, preview: URL.createObjectURL(file), state: 'saving' };
}

/** Gives the memory of previews back when they are no longer shown. */
function useReleasedPreviews(waiting: readonly NewPhoto[]): void {
  const shown = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const now = new Set(waiting.map((photo) => photo.preview));
    for (const preview of shown.current) if (!now.has(preview)) URL.revokeObjectURL(preview);
    shown.current = now;
  }, [waiting]);
  useEffect(
    () => () => {
      for (const preview of shown.current) URL.revokeObjectURL(preview);
    },
    [],
  );
}
