import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressKind } from '../../server/plugins/network/address-ranges.ts';
import { readAllowedHost, readAllowedHosts } from '../../server/plugins/network/allowed-host.ts';
import { type FetchGround, guardedFetch, RequestRefused } from '../../server/plugins/network/guarded-fetch.ts';
import { type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = { status: 200 };
  receiver.silent = false;
});
afterAll(() => receiver.close());

/** What a request comes to: the status, or the sentence of the refusal. */
async function outcome(
  address: string,
  hosts: string,
  names: Readonly<Record<string, readonly string[]>> = {},
  more: Partial<FetchGround> & { readonly sent?: Parameters<typeof guardedFetch>[2] } = {},
): Promise<number | string> {
  const resolve = (name: string) =>
    names[name] ? Promise.resolve(names[name]) : Promise.reject(new Error('ENOTFOUND'));
  const ground = { allowed: readAllowedHosts(hosts), resolve, timeoutMs: 1000, ...more };
  try {
    return (await guardedFetch(ground, address, more.sent ?? {})).status;
  } catch (error) {
    if (error instanceof RequestRefused) return error.sentence.en;
    throw error;
  }
}

describe('an address that is not on the operator’s list is not asked', () => {
  const { port } = { port: 9 };
  const addresses = [
    'https://example.com/',
    `http://127.0.0.1:${port}/`,
    `http://127.1:${port}/`,
    `http://127.0.1:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://2130706433:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://017700000001:${port}/`,
    `http://127.0.0.1.:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[::ffff:7f00:1]:${port}/`,
    `http://[0:0:0:0:0:ffff:7f00:1]:${port}/`,
    `http://[64:ff9b::7f00:1]:${port}/`,
    `http://[2002:7f00:1::]:${port}/`,
    `http://[fe80::1]:${port}/`,
    `http://[fc00::1]:${port}/`,
    `http://localhost:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'http://100.100.100.200/latest/meta-data/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://0/',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://hooks.example.cn@127.0.0.1/',
    'http://127.0.0.1#@hooks.example.cn/',
    'https://hooks.example.cn:8443/',
    'http://hooks.example.cn/',
    'https://hooks.example.cn.evil.example/',
    'https://evil.example/?https://hooks.example.cn/',
    'file:///etc/passwd',
    'ftp://hooks.example.cn/',
    'data:text/plain,hello',
    'javascript:1',
    'hooks.example.cn',
    '',
  ];

  it.each(addresses)('%s', async (address) => {
    const asked: string[] = [];
    const resolve = (name: string): Promise<readonly string[]> => {
      asked.push(name);
      return Promise.resolve(['93.184.215.14']);
    };
    const said = await outcome(address, 'hooks.example.cn', {}, { resolve });
    expect(said).toMatch(/operator permits|no address|must not hold/);
    expect(asked).toEqual([]);
  });

  it('even when it stands in another notation for one that is', async () => {
    // 2130706433 is 127.0.0.1, and that is permitted here: it is the same address, so it is asked.
    expect(await outcome(`http://2130706433:${receiver.port}/`, `http://127.0.0.1:${receiver.port}`)).toBe(200);
  });
});

describe('a name on the list is asked only where it may lead', () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '198.18.0.1',
    '::1',
    '::ffff:10.1.2.3',
    '::ffff:a01:203',
    '64:ff9b::a01:203',
    '2002:a01:203::1',
    '2001:0:a01:203::',
    'fd12:3456::1',
    'fec0::1',
  ];
  const never = [
    '0.0.0.0',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fe80::1',
    'fe80::1%eth0',
    '::',
    'ff02::1',
    '224.0.0.1',
    '255.255.255.255',
    'fd00:ec2::254',
    '100.100.100.200',
    'nonsense',
    '',
  ];

  it.each([...inside, ...never])('not to %s', async (address) => {
    expect(addressKind(address)).not.toBe('public');
    const said = await outcome('https://hooks.example.cn/', 'hooks.example.cn', { 'hooks.example.cn': [address] });
    expect(said).toMatch(/stands for an address inside/);
  });

  it('not when one of its addresses is inside', async () => {
    const names = { 'hooks.example.cn': ['93.184.215.14', '10.0.0.1'] };
    expect(await outcome('https://hooks.example.cn/', 'hooks.example.cn', names)).toMatch(/address inside/);
  });

  it('inside, when the operator named the range, and nowhere else', async () => {
    const hosts = `http://hooks.office:${receiver.port}=127.0.0.0/8`;
    const address = `http://hooks.office:${receiver.port}/in`;
    expect(await outcome(address, hosts, { 'hooks.office': ['127.0.0.1'] })).toBe(200);
    expect(receiver.received[0]).toMatchObject({ path: '/in', headers: { host: `hooks.office:${receiver.port}` } });
    expect(await outcome(address, hosts, { 'hooks.office': ['10.0.0.1'] })).toMatch(/address inside/);
    expect(await outcome(address, hosts, { 'hooks.office': ['93.184.215.14'] })).toMatch(/address inside/);
  });

  it.each(never.filter((one) => /^[\d.]+$|^fe80::1$|^fd/.test(one)))(
    'never to %s, whatever the operator names',
    async (address) => {
      const range = address.includes(':') ? '::/0' : '0.0.0.0/0';
      const names = { 'hooks.office': [address] };
      expect(await outcome('http://hooks.office/', `http://hooks.office=${range}`, names)).toMatch(/address inside/);
      const literal = address.includes(':') ? `http://[${address}]/` : `http://${address}/`;
      expect(await outcome(literal, literal)).toMatch(/address inside/);
    },
  );

  it('where it led when it was checked, whatever it stands for a moment later', async () => {
    let asked = 0;
    const resolve = (): Promise<readonly string[]> => Promise.resolve(asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']);
    const said = await outcome(
      `http://hooks.office:${receiver.port}/`,
      `http://hooks.office:${receiver.port}=127.0.0.1`,
      {},
      { resolve },
    );
    expect([said, asked]).toEqual([200, 1]);
  });

  it('not at all, when nobody knows it', async () => {
    expect(await outcome('https://hooks.example.cn/', 'hooks.example.cn')).toMatch(/cannot be found/);
  });
});

describe('a request', () => {
  const ask = (more: Parameters<typeof outcome>[3] = {}) =>
    outcome(`${receiver.origin}/hook`, receiver.origin, {}, more);

  it('follows no redirect', async () => {
    receiver.answer = { status: 302, headers: { location: 'http://169.254.169.254/' } };
    expect(await ask()).toBe(302);
    expect(receiver.received).toHaveLength(1);
  });

  it('ends when nobody answers', async () => {
    receiver.silent = true;
    expect(await ask({ timeoutMs: 200 })).toMatch(/did not answer within 0\.2 seconds/);
  });

  it('reads no more than 256 KB', async () => {
    receiver.answer = { status: 200, body: 'x'.repeat(300_000) };
    expect(await ask()).toMatch(/larger than 256 KB/);
  });

  it('sends no more than 256 KB', async () => {
    expect(await ask({ sent: { method: 'POST', body: 'x'.repeat(300_000) } })).toMatch(/nothing was sent/);
    expect(receiver.received).toEqual([]);
  });

  it('says when nobody is there', async () => {
    const closed = await startReceiver();
    await closed.close();
    expect(await outcome(`${closed.origin}/`, closed.origin)).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });

  it('writes the headers that say where a message goes and ends itself', async () => {
    const headers = { host: 'evil.example', 'content-length': '1', 'x-kind': 'a\r\nx-more: b', cookie: 'a=b' };
    expect(await ask({ sent: { method: 'POST', headers, body: '{"a":1}' } })).toBe(200);
    const [received] = receiver.received;
    expect(received).toMatchObject({ body: '{"a":1}', headers: { host: `127.0.0.1:${receiver.port}` } });
    expect(received?.headers['x-kind']).toBe('ax-more: b');
    expect(received?.headers['x-more']).toBeUndefined();
  });
});

describe('an entry of PLUGIN_HOSTS', () => {
  it.each([
    ['hooks.example.cn', { scheme: 'https', name: 'hooks.example.cn', port: 443, range: null }],
    ['HOOKS.example.cn:8443', { scheme: 'https', name: 'hooks.example.cn', port: 8443, range: null }],
    ['http://10.1.2.3:8080', { scheme: 'http', name: '10.1.2.3', port: 8080, range: null }],
    ['http://[fd00::1]', { scheme: 'http', name: 'fd00::1', port: 80, range: null }],
    ['hooks.office=10.1.0.0/16', { scheme: 'https', name: 'hooks.office', port: 443, range: '10.1.0.0/16' }],
  ])('%s', (entry, host) => {
    expect(readAllowedHost(entry)).toEqual(host);
  });

  it.each([
    '*',
    'https://a.cn/path',
    'a.cn=everything',
    'a.cn=10.0.0.0/99',
    'user@a.cn',
    'ftp://a.cn',
    'a.cn=1.2.3.4=5.6.7.8',
  ])('%s is none, and the program says so and does not start', (entry) => {
    expect(readAllowedHost(entry)).toBeNull();
    expect(() => readAllowedHosts(`a.cn, ${entry}`)).toThrow(/PLUGIN_HOSTS/);
  });
});
