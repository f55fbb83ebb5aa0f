import { describe, expect, it } from 'vitest';
import { failed } from '../model/problem';
import { readCredits } from './chromium-credits';
import { createLicenses } from './licenses';

// As Electron 33 has it.
const credits = `<span class="page-title">Credits</span>
<div style="clear:both; overflow:auto;"><!-- Chromium <3s the following projects -->
<div class="product">
<span class="title">Abseil &amp; co</span>
<span class="homepage"><a href="https://abseil.io">homepage</a></span>
<label class="show" tabindex="0">
<input type="checkbox" hidden>
</label>
<div class="license">
<pre>Copyright &lt;a@example.com&gt; &quot;as is&quot; &#39;x&#39; &amp;lt; caf&#xe9; &unknown;
</pre>
</div>
</div>

<div class="product">
<span class="title">BoringSSL</span>
<span class="homepage"><a href="https://boringssl.example">homepage</a></span>
<div class="license">
<pre>The first text</pre>
</div>
</div>
<div class="product">
<span class="title">BoringSSL</span>
<div class="license">
<pre>The second text</pre>
</div>
</div>
</div>`;

const files = {
  ninetray: '/LICENSE',
  libraries: '/licenses.json',
  electron: '/LICENSE.electron.txt',
  chromium: '/c.html',
};
const shipped = {
  '/LICENSE': 'Our own text',
  '/licenses.json': JSON.stringify([
    { name: 'react', version: '19.3.1', license: 'MIT', text: 'React’s text' },
    { name: '@scope/a', version: '1.0.0', license: 'ISC', text: 'A’s text' },
  ]),
  '/LICENSE.electron.txt': 'Electron’s text',
  '/c.html': credits,
};

function over(here: Readonly<Record<string, string>>) {
  const logged: string[] = [];
  const licenses = createLicenses({
    files,
    read: async (file) => {
      const text = here[file];
      if (text === undefined) throw new Error('ENOENT');
      return text;
    },
    versions: { ninetray: '0.1.0', electron: '45.4.1', chromium: '150.0.0.0' },
    log: (event) => logged.push(event),
  });
  return { licenses, logged };
}

describe('Chromium’s page', () => {
  it('is read into the names and the plain texts of its parts', () => {
    expect(readCredits(credits).map(({ name, text }) => ({ name, text: text() }))).toEqual([
      { name: 'Abseil & co', text: `Copyright <a@example.com> "as is" 'x' &lt; café &unknown;\n` },
      { name: 'BoringSSL', text: 'The first text' },
      { name: 'BoringSSL', text: 'The second text' },
    ]);
  });
});

describe('licenses', () => {
  it('lists NineTray, its libraries, Electron and Chromium’s parts, without their texts', async () => {
    const listed = await over(shipped).licenses.list();
    expect(listed.ok && listed.value.licensed).toEqual([
      { id: 'ninetray', group: 'ninetray', name: 'NineTray', version: '0.1.0', license: 'MIT' },
      { id: 'react@19.3.1', group: 'libraries', name: 'react', version: '19.3.1', license: 'MIT' },
      { id: '@scope/a@1.0.0', group: 'libraries', name: '@scope/a', version: '1.0.0', license: 'ISC' },
      { id: 'electron', group: 'electron', name: 'Electron', version: '45.4.1', license: 'MIT' },
      { id: 'chromium-0', group: 'chromium', name: 'Abseil & co', version: null, license: null },
      { id: 'chromium-1', group: 'chromium', name: 'BoringSSL', version: null, license: null },
      { id: 'chromium-2', group: 'chromium', name: 'BoringSSL', version: null, license: null },
    ]);
  });

  it('have a text for each that is listed', async () => {
    const { licenses } = over(shipped);
    const listed = await licenses.list();
    const texts = [];
    for (const { id } of listed.ok ? listed.value.licensed : []) texts.push(await licenses.text(id));
    expect(texts.map((answer) => answer.ok && answer.value.text)).toEqual([
      'Our own text',
      'React’s text',
      'A’s text',
      'Electron’s text',
      expect.stringContaining('Copyright <a@example.com>'),
      'The first text',
      'The second text',
    ]);
  });

  it('have no text for what is not listed, such as a file', async () => {
    expect(await over(shipped).licenses.text('/etc/passwd')).toEqual(failed({ kind: 'bad-input', field: 'id' }));
  });

  it('show Chromium’s whole page where it has another form', async () => {
    const { licenses } = over({ ...shipped, '/c.html': '<article>Credits</article>' });
    const listed = await licenses.list();
    expect(listed.ok && listed.value.licensed.at(-1)).toMatchObject({ id: 'chromium', version: '150.0.0.0' });
    expect(await licenses.text('chromium')).toEqual({ ok: true, value: { text: '<article>Credits</article>' } });
  });

  it.each(Object.keys(shipped))('fail, and say so in the log, where %s is missing', async (missing) => {
    const { licenses, logged } = over(Object.fromEntries(Object.entries(shipped).filter(([file]) => file !== missing)));
    expect(await licenses.list()).toEqual(failed({ kind: 'internal' }));
    expect(logged).toEqual(['licenses unreadable']);
  });

  it('fail where the list of the libraries is damaged', async () => {
    const { licenses } = over({ ...shipped, '/licenses.json': '[{"name":"react"}]' });
    expect(await licenses.text('electron')).toEqual(failed({ kind: 'internal' }));
  });
});
