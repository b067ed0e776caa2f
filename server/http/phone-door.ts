import { networkInterfaces } from 'node:os';
import { encode } from 'uqr';

/** Where the program listens. */
export interface ListeningAt {
  readonly host: string;
  readonly port: number;
}

/** The address that a phone opens, and its QR code. */
export interface PhoneDoor {
  readonly url: string;
  /** False when the program is bound to this machine: no phone can come in. */
  readonly reachable: boolean;
  /** One text per row, `1` for a dark square. */
  readonly qr: readonly string[];
  /** The same for a terminal, two rows of squares in one line of text. */
  readonly picture: readonly string[];
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** The address under which this machine is known in its network, when the program listens on all of them. */
function networkAddress(): string | null {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return found.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}

/** The phone door of a program that listens at an address. */
export function phoneDoor({ host, port }: ListeningAt): PhoneDoor {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? (networkAddress() ?? 'localhost') : host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/work`;
  const squares = encode(url, { border: 0 }).data;
  const qr = squares.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  return { url, reachable: !isLocal(name), qr, picture: halfBlocks(encode(url, { border: 2 }).data) };
}

/** Dark on light reads best for phones, and terminals are mostly dark: so the light squares are drawn. */
function halfBlocks(squares: readonly (readonly boolean[])[]): readonly string[] {
  return squares.flatMap((row, y) => {
    if (y % 2 === 1) return [];
    const below = squares[y + 1] ?? [];
    return [row.map((dark, x) => sign(!dark, below[x] === false)).join('')];
  });
}

function sign(upper: boolean, lower: boolean): string {
  if (upper && lower) return '█';
  if (upper) return '▀';
  return lower ? '▄' : ' ';
}
