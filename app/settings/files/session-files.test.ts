import { describe, expect, it } from 'vitest';
import { defaultSession } from '../../model/session-id';
import { memoryFiles } from './profile-files.fixture';
import { sessionFiles } from './session-files';

describe('the files of a session', () => {
  it('are called as they always were for the default session', () => {
    const files = memoryFiles(new Map());
    expect(sessionFiles(files, defaultSession)).toBe(files);
  });

  it('carry the session’s name for any other, which sees its own alone', () => {
    const texts = new Map([['key.json', '{"of":"default"}']]);
    const files = sessionFiles(memoryFiles(texts), 'second');
    expect([files.read('key.json'), files.stamp('key.json'), files.list()]).toEqual([null, null, []]);
    files.write('key.json', { of: 'second' });
    files.copy('key.json', 'key.backup.json');
    expect(files.list()).toEqual(['key.json', 'key.backup.json']);
    expect([...texts.keys()]).toEqual(['key.json', 'second.key.json', 'second.key.backup.json']);
    files.remove('key.json');
    expect(texts.get('key.json')).toBe('{"of":"default"}');
    expect(files.read('key.backup.json')).toBe('{"of":"second"}');
  });
});
