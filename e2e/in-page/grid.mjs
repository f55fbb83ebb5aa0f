// How fast a list responds, measured in the page itself: frames while it is scrolled, and how long until other rows are
// seen. Given to the page by e2e/account-many.test.ts and bench/account-list.mjs; each function runs there and must not
// use anything outside itself.

/**
 * Scrolls a list from its top to its end as fast as a user can drag, a step with each frame.
 * @param {Element} box what scrolls
 * @returns {Promise<number[]>} how long each frame was on the screen (ms)
 */
export async function scrollThrough(box) {
  const steps = 60;
  const frames = [];
  box.scrollTo({ top: 0 });
  let last = await new Promise(requestAnimationFrame);
  for (let part = 1; part <= steps; part += 1) {
    box.scrollTo({ top: (box.scrollHeight * part) / steps });
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/**
 * From the next event of a kind until another first row is painted; the answer waits in `globalThis.seen` (ms).
 * @param {{ first: string, event: string }} of the first row's name, as a selector
 */
export function watchFirstRow({ first, event }) {
  const name = () => document.querySelector(first)?.textContent ?? '';
  const before = name();
  globalThis.seen = new Promise((done) => {
    function begin() {
      const began = performance.now();
      const look = () => {
        if (name() === before || name() === '') requestAnimationFrame(look);
        // The frame that has it is drawn after this one's scripts.
        else requestAnimationFrame(() => done(performance.now() - began));
      };
      requestAnimationFrame(look);
    }
    document.addEventListener(event, begin, { capture: true, once: true });
  });
}
