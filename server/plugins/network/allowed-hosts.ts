import { isIP } from 'node:net';
import type { AllowedHost } from './allowed-host.ts';
import type { Sentence } from '../contract.ts';
import { addressKind, liesIn } from './address-ranges.ts';

/** An address that may be asked, or why not. */
export type CheckedAddress =
  | { readonly ok: true; readonly url: URL; readonly host: AllowedHost }
  | { readonly ok: false; readonly sentence: Sentence };

/**
 * Whether the operator permits an address: its scheme, its name and its port, exactly. Numbers in odd notations
 * (`0x7f.1`, `2130706433`, `[::ffff:7f00:1]`) are what they stand for by then: the URL parser has written them out.
 */
export function checkAddress(address: string, allowed: readonly AllowedHost[]): CheckedAddress {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return refused('不是网址，要以 https:// 开头', 'is no address that begins with https://', address);
  if (url.username !== '' || url.password !== '')
    return refused('里不能写用户名和密码', 'must not hold a user name or password', url.host);
  const host = allowed.find((one) => matches(one, url));
  return host
    ? { ok: true, url, host }
    : refused(
        '不在运维人员允许外发的名单里。请联系运维人员加上（PLUGIN_HOSTS）',
        'is not among the hosts the operator permits. Ask the operator to add it (PLUGIN_HOSTS)',
        url.origin,
      );
}

/** Whether the address a name stands for at this moment may be connected to. */
export function mayConnect(address: string, host: AllowedHost): boolean {
  const kind = addressKind(address);
  if (kind === 'never') return false;
  if (host.range !== null) return liesIn(address, host.range);
  return isIP(host.name) === 0 ? kind === 'public' : liesIn(address, host.name);
}

/** What is said of a name that stands for an address nothing may be sent to. */
export function addressRefused(name: string): Sentence {
  return {
    zh: `「${name}」指向内部地址，没有发。需要的话请运维人员在 PLUGIN_HOSTS 里写明它的地址范围。`,
    en: `"${name}" stands for an address inside, so nothing was sent. If it is meant, the operator has to name its range in PLUGIN_HOSTS.`,
  };
}

function matches(host: AllowedHost, url: URL): boolean {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return url.protocol === `${host.scheme}:` && nameOf(url) === host.name && port === host.port;
}

/** The name without brackets and without the dot that only says where the name ends. */
function nameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function refused(zh: string, en: string, what: string): CheckedAddress {
  const short = what.slice(0, 100);
  return { ok: false, sentence: { zh: `「${short}」${zh}。`, en: `"${short}" ${en}.` } };
}
