import { type ReactElement, useId, useState } from 'react';
import './file-input.css';

interface FileInputProps {
  readonly label: string;
  readonly hint: string;
  /** As the browser's file dialog takes it: `.xlsx`. */
  readonly accept: string;
  readonly busy?: boolean;
  /** Plain where choosing a file is one way of several. */
  readonly kind?: 'primary' | 'plain';
  readonly onChoose: (file: File) => void;
}

/** One file, chosen or dropped. */
export function FileInput({
  label,
  hint,
  accept,
  busy = false,
  kind = 'primary',
  onChoose,
}: FileInputProps): ReactElement {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && !busy) onChoose(file);
  };
  return (
    <div
      className={over ? 'gl-file-input gl-file-input-over' : 'gl-file-input'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <label htmlFor={id} className={`gl-button gl-button-${kind}`} aria-busy={busy}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.target.files);
          // The same file, corrected meanwhile, is a change too.
          event.target.value = '';
        }}
      />
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
