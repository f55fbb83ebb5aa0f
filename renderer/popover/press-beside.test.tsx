import { expect, it } from 'vitest';
import { installFakeBridge } from '../ui/fake-bridge.fixture';
import { hideOnPressBeside } from './press-beside';

it('hides the popover at a press beside its page, and not at one in the page', () => {
  const { answers, inputsOf } = installFakeBridge();
  answers['window.hide'] = () => ({ ok: true, value: undefined });
  const page = document.implementation.createHTMLDocument();
  hideOnPressBeside(page);
  page.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(inputsOf('window.hide')).toHaveLength(0);
  page.documentElement.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(inputsOf('window.hide')).toHaveLength(1);
});
