import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../model/problem';
import { createSecretTexts } from './secret-texts';

const secrets = {
  textOf: (ref: string) =>
    new Map([
      ['ref-1', 'CODE-1'],
      ['ref-2', 'CODE-2'],
    ]).get(ref) ?? null,
};
const unknown = failed({ kind: 'bad-input', field: 'ref' });

describe('createSecretTexts', () => {
  it('copies several secrets, one a line, and none where one of them is not known', async () => {
    const copied: string[] = [];
    const texts = createSecretTexts(secrets, async (text) => ok(copied.push(text)));
    expect(await texts.copySecrets(['ref-1', 'ref-2'])).toEqual(ok(undefined));
    expect(await texts.copySecrets(['ref-1', 'another'])).toEqual(unknown);
    expect(copied).toEqual(['CODE-1\nCODE-2']);
  });

  it('reveals no text for a reference that is not known', () => {
    const texts = createSecretTexts(secrets, async () => ok(undefined));
    expect(texts.reveal('ref-1')).toEqual(ok({ text: 'CODE-1' }));
    expect(texts.reveal('another')).toEqual(unknown);
  });

  it('returns why the clipboard could not be written', async () => {
    const texts = createSecretTexts(secrets, async () => failed({ kind: 'timed-out' }));
    expect(await texts.copySecrets(['ref-1'])).toEqual(failed({ kind: 'timed-out' }));
  });
});
