// Failures only: e2e/linux/panel.test.ts checks the answers with a real panel and a real compositor.
import { expect, it } from 'vitest';
import { createXServer } from './x-server';

it('knows no pointer and no compositor without a display, or with one that is not there; and can be closed', async () => {
  for (const display of [undefined, '', '/nowhere/X9:0']) {
    const server = createXServer(display);
    expect(await server.pointer()).toBeNull();
    expect(await server.hasCompositor()).toBe(false);
    await server.declareShadow(Buffer.alloc(8), 8);
    expect(await server.pointer()).toBeNull();
    server.close();
  }
});
