import { describe, expect, it } from 'vitest';
import { licenseProblems, licensesText, mergeLicenses } from './licenses.mjs';

const react = { name: 'react', version: '19.3.1', identifier: 'MIT', text: 'React’s text' };

describe('the list of licenses', () => {
  it('has each library of the bundles once, and each version of it', () => {
    const older = { ...react, version: '18.0.0', text: 'Its older text' };
    const ini = { name: 'ini', version: '6.0.0', identifier: 'ISC', text: 'Its text' };
    expect(mergeLicenses([[react, ini], [], [react, older]])).toEqual([
      { name: 'ini', version: '6.0.0', license: 'ISC', text: 'Its text' },
      { name: 'react', version: '18.0.0', license: 'MIT', text: 'Its older text' },
      { name: 'react', version: '19.3.1', license: 'MIT', text: 'React’s text' },
    ]);
  });

  it('says what is wrong with it: a license that is not allowed or unknown, and a text that is missing', () => {
    const list = [
      [
        react,
        { name: 'a', version: '1.0.0', identifier: 'GPL-3.0-only', text: 'Its text' },
        { name: 'b', version: '1.0.0', text: 'Its text' },
        { name: 'c', version: '1.0.0', identifier: 'ISC' },
        { name: 'd', version: '1.0.0', identifier: 'ISC', text: '  ' },
      ],
    ];
    expect(licenseProblems(mergeLicenses(list)).map((line) => line.replace(/, which.*/, ''))).toEqual([
      'a@1.0.0 has the license GPL-3.0-only',
      'b@1.0.0 has the license unknown',
      'c@1.0.0 has no license text',
      'd@1.0.0 has no license text',
    ]);
    expect(licenseProblems(mergeLicenses([[react]]))).toEqual([]);
  });

  it('takes a license that was read by hand for that version alone', () => {
    const x11 = { name: 'x11', version: '4.2.2', text: 'Its text' };
    expect(mergeLicenses([[x11]])[0]?.license).toBe('MIT');
    expect(mergeLicenses([[{ ...x11, version: '4.2.3' }]])[0]?.license).toBeNull();
  });

  it('can be read as plain text', () => {
    const text = licensesText(mergeLicenses([[react]]));
    expect(text).toContain('react 19.3.1 (MIT)');
    expect(text).toContain('React’s text');
  });
});
