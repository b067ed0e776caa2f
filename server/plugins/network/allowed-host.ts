import { isRange } from './address-ranges.ts';

/** A host the operator permits plugins to send to, as `PLUGIN_HOSTS` names it. */
export interface AllowedHost {
  readonly scheme: 'https' | 'http';
  /** A name in lower case, or an address without brackets. */
  readonly name: string;
  readonly port: number;
  /** What the name may stand for, when that is inside the office: an address or a range. Null: public addresses only. */
  readonly range: string | null;
}

/**
 * Reads one entry of `PLUGIN_HOSTS`: `hooks.example.cn`, `hooks.example.cn:8443`, `http://10.1.2.3:8080`,
 * `hooks.street.gov.cn=10.1.0.0/16`. Without `http://` it is https.
 *
 * @returns null when it is none
 */
export function readAllowedHost(entry: string): AllowedHost | null {
  const [place = '', range = null, ...more] = entry.split('=');
  const address = place.includes('://') ? place : `https://${place}`;
  if (more.length > 0 || (range !== null && !isRange(range)) || !URL.canParse(address)) return null;
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(address);
  if (!/^[a-z0-9.-]+$/.test(hostname) && !hostname.startsWith('[')) return null;
  const rest = `${pathname === '/' ? '' : pathname}${search}${hash}${username}${password}`;
  if ((protocol !== 'https:' && protocol !== 'http:') || hostname === '' || rest !== '') return null;
  const scheme = protocol === 'https:' ? 'https' : 'http';
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return { scheme, name, port: port === '' ? (scheme === 'https' ? 443 : 80) : Number(port), range };
}

/**
 * Reads `PLUGIN_HOSTS`: entries separated by blanks or commas.
 *
 * @throws Error with a sentence in both languages for an entry that is no host
 */
export function readAllowedHosts(written: string): readonly AllowedHost[] {
  const entries = written.split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.map((entry) => {
    const host = readAllowedHost(entry);
    if (host) return host;
    throw new Error(
      `PLUGIN_HOSTS 里的「${entry}」不是主机，请写成 hooks.example.cn、http://10.1.2.3:8080 或 名称=地址范围。"${entry}" in PLUGIN_HOSTS is no host; write hooks.example.cn, http://10.1.2.3:8080 or name=range.`,
    );
  });
}
