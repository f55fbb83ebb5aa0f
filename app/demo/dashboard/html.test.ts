// What is put into a page cannot become markup.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from './browser.fixture';
import { html } from './html';

it('escapes what is put in, and leaves markup alone', () => {
  const name = '<b>"Tom" & \'Co\'</b>';
  expect(html`<i title="${name}">${html`<b>${1}</b>`}${null}${[html`a`, html`&amp;`]}</i>`.markup).toBe(
    '<i title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Co&#39;&lt;/b&gt;"><b>1</b>a&amp;</i>',
  );
});

it('shows any text as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { markup } = html`<p>${text}</p>`;
      expect(markup.slice(3, -4)).not.toMatch(/[<>"']/);
      expect(plain(markup)).toBe(text.trim());
    }),
  );
});
