import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsKey, patchedCrontab } from './crontab';

const old = 'Hh72y.Pa_4-rNc58SbXe';
const next = 'Zq81x.Kd_0-vTe93LmUwQQ';
const command = { program: 'crontab', arguments: ['-'], folder: null, timeLimit: 30 };
const patch = (table: string | Buffer) => patchedCrontab(Buffer.from(table), { old, next }, command);

describe('patchedCrontab', () => {
  it('replaces the key and no other byte, whatever surrounds it', () => {
    const around = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(around, { minLength: 2, maxLength: 5 }), (parts) => {
        fc.pre(!parts.some((part) => part.includes(old.slice(0, 2))));
        const joined = (key: string) =>
          Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from(`="${key}"\r\n`), part])));
        expect(patch(joined(old))).toEqual({ ok: true, value: joined(next) });
      }),
    );
  });

  it('leaves a longer word that contains the key', () => {
    const table = `A=${old}\nB=x${old}\nC=${old}9\n# é${old}\n`;
    expect(patch(table)).toEqual({ ok: true, value: Buffer.from(table.replace(`A=${old}`, `A=${next}`)) });
  });

  it('leaves a table that has the new key already, and refuses one that has neither or is too long to be read whole', () => {
    expect(patch(`K=${next}\n`)).toEqual({ ok: true, value: Buffer.from(`K=${next}\n`) });
    const refused = { ok: false, problem: { kind: 'command-failed', why: 'not-proved' } };
    expect(patch('0 * * * * run\n')).toMatchObject(refused);
    expect(patch(`K=${old}\n${'#'.repeat(64 * 1024)}`)).toMatchObject(refused);
    expect(holdsKey(Buffer.from(`K=${next}`), old)).toBe(false);
  });
});
