import type { ReactElement } from 'react';
import './qr-code.css';

/**
 * A QR code drawn from the rows the server sends.
 *
 * @param rows one string per row, one character per module; `1`, `#` or `█` is dark.
 */
export function QrCode({ rows, label }: { readonly rows: readonly string[]; readonly label: string }): ReactElement {
  const dark = rows.flatMap((row, y) =>
    Array.from(row, (module, x) => (/[1#█]/.test(module) ? `M${x} ${y}h1v1h-1z` : '')),
  );
  return (
    <svg
      className="gl-qr"
      viewBox={`-3 -3 ${rows.length + 6} ${rows.length + 6}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  );
}
