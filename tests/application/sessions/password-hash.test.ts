import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../server/application/sessions/password-hash.ts';

describe('a password', () => {
  it('is stored as Argon2id with the costs that RFC 9106 recommends, and recognized', async () => {
    const hash = await hashPassword('长城外 古道边 12345');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(await isPassword('长城外 古道边 12345', hash)).toBe(true);
  });

  it('is not another one', async () => {
    expect(await isPassword('nothing like it', await hashPassword('correct horse battery'))).toBe(false);
  });

  it('is the same however its letters were composed', async () => {
    expect(await isPassword('café-au-lait-12', await hashPassword('cafe\u0301-au-lait-12'))).toBe(true);
  });

  it('has a salt of its own each time', async () => {
    expect(await hashPassword('correct horse battery')).not.toBe(await hashPassword('correct horse battery'));
  });

  it('is nobody’s when there is no hash', async () => {
    expect(await isPassword('', null)).toBe(false);
  });
});
