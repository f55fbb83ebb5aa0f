// Puts the pointer where a panel has its icons. Over a page it would highlight what it is on, which is not part of its
// first picture.
import x11 from 'x11';

/**
 * @param {string} display such as ":7"
 * @param {number} x px from the left
 * @param {number} y px from the top
 * @returns {Promise<void>} once the server has moved it; rejects when the display cannot be reached
 */
export function movePointer(display, x, y) {
  return new Promise((resolve, reject) => {
    x11
      .createClient({ display }, (error, connected) => {
        if (error) return reject(error);
        const { client, screen } = connected;
        const { root } = screen[0];
        client.WarpPointer(0, root, 0, 0, 0, 0, x, y);
        // The answer to a later request shows that the pointer was moved.
        client.QueryPointer(root, () => {
          client.terminate();
          resolve();
        });
      })
      .on('error', reject);
  });
}
