// Failures only: e2e/linux/panel.test.ts checks the answer with a real panel.
import { expect, it } from 'vitest';
import { createPointer } from './pointer-linux';

it('is not known without a display, or with one that is not there; and can be closed all the same', async () => {
  for (const display of [undefined, '', '/nowhere/X9:0']) {
    const pointer = createPointer(display);
    expect(await pointer.read()).toBeNull();
    expect(await pointer.read()).toBeNull();
    pointer.close();
  }
});
