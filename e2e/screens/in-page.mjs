// What a page is asked about itself. Each function is sent to the page as text, so it must not use anything outside
// itself.

/** Resolves when everything is loaded and nothing has moved or changed for two frames. @returns {Promise<void>} */
export async function stillness() {
  const twoFrames = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))));
  await document.fonts.ready;
  await twoFrames();
  let isChanged = false;
  const changes = new MutationObserver(() => {
    isChanged = true;
  });
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  let isStill = false;
  // Ten seconds, in frames.
  for (let round = 0; !isStill && round < 300; round += 1) {
    isChanged = false;
    await twoFrames();
    const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
    // While a view is being loaded, React keeps the one before it in the page, hidden.
    const heads = [...document.querySelectorAll('main, h1, [role="dialog"]')];
    const isThere = heads.some((element) => element.getClientRects().length > 0);
    isStill = isThere && !isMoving && !isChanged;
  }
  changes.disconnect();
  if (!isStill) throw new Error('The page does not stand still.');
}

/** @param {{ width: number, height: number }} size */
export function hasSize({ width, height }) {
  return innerWidth === width && innerHeight === height;
}

/** Asks main to open another window. @param {readonly [string, unknown]} call */
export async function openWindow([name, input]) {
  await globalThis.ninetray.call(name, input);
}

/**
 * Gives main's stand-in (stand-in.ts) what it answers and pushes from now on, and resolves when all that is pushed was
 * heard. Nothing has the focus then, as if nothing had been pressed yet.
 * @param {string} standIn
 */
export async function bringToMain(standIn) {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await new Promise((resolve) => {
    const stop = globalThis.ninetray.on('told', () => resolve(stop()));
    void globalThis.ninetray.call('stand-in', standIn);
  });
}

/** Makes all text larger, as a browser's text size does. @param {number} times */
export function setTextSize(times) {
  document.documentElement.style.fontSize = times === 1 ? '' : `${times * 100}%`;
}

/** How high the page would have to be to show all of what it scrolls, in CSS pixels. @returns {number} */
export function lengthOfContent() {
  const hidden = [...document.querySelectorAll('*')].map((element) => {
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    return scrolls ? element.scrollHeight - element.clientHeight : 0;
  });
  return innerHeight + Math.max(0, ...hidden);
}

/** How many lines the words of an element take. @param {Element} element @returns {number} */
export function linesOf(element) {
  const words = document.createRange();
  words.selectNodeContents(element);
  return new Set([...words.getClientRects()].map(({ top }) => top)).size;
}

/**
 * What does not fit: a page that scrolls sideways, parts beyond its edges, words that are cut off. A table with many columns may
 * scroll sideways in itself, where the keyboard can do it, too.
 * @returns {string[]}
 */
export function misfits() {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} wide, in ${page.clientWidth}`);
  if (page.scrollHeight > page.clientHeight) found.push('the page itself scrolls');
  const wide = '[role="grid"], [data-scrolls="sideways"]';
  const named = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.slice(0, 40)}`;
  for (const element of document.body.querySelectorAll('*')) {
    if (!(element instanceof HTMLElement) || element.closest('.only-spoken, [data-live-announcer], [hidden]')) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || style.visibility === 'hidden' || style.opacity === '0') continue;
    // What a screen reader's user gets in place of a picture is one pixel large.
    if (box.width <= 1 || element.parentElement.getBoundingClientRect().width <= 1) continue;
    const isBeyond = box.left < -0.5 || box.right > innerWidth + 0.5;
    if (isBeyond && element.parentElement.closest(wide) === null) found.push(`beyond the edge: ${named(element)}`);
    const scrollsSideways = ['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth;
    if (scrollsSideways && element.localName !== 'input' && !element.matches(wide))
      found.push(`scrolls sideways: ${named(element)}`);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!hasWords || style.display === 'inline') continue;
    // An ellipsis says that something is missing, and the title has it.
    const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    const titled = element.closest('[title]') !== null;
    const spills = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4;
    if (spills && !isShortened) found.push(`words spill over: ${named(element)}`);
    if (spills && isShortened && !titled) found.push(`shortened without a title: ${named(element)}`);
  }
  return found;
}

/** On how many lines the buttons at the end of a wizard's step are. @returns {number} */
export function linesOfButtons() {
  const buttons = document.querySelectorAll('main > :last-child button');
  return new Set([...buttons].map((button) => Math.round(button.getBoundingClientRect().top))).size;
}

/** The name of the first field of the dialog in front, and of what has the focus. @returns {{ first: string, focused: string }} */
export function firstField() {
  const nameOf = (element) => element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? '';
  const fields = document.querySelector('[role="dialog"]').querySelectorAll('input, select, textarea');
  const first = [...fields].find((field) => field.getClientRects().length > 0);
  return { first: nameOf(first), focused: nameOf(document.activeElement) };
}

/**
 * Marks all that Tab should reach, and remembers how each of them looks without the focus, for `focused`. A group of radio
 * buttons is one stop.
 * @returns {string[]} the marks, in the order of the document
 */
export async function markStops() {
  // What loses the focus fades: only then does it look as it does without.
  const fading = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(fading.map(({ finished }) => finished));
  /** How something looks with its label and its surroundings: a focus may show in any of them. */
  globalThis.looksOf = (element) => {
    const around = element.closest('label') ?? element;
    return [around.parentElement, around, ...around.querySelectorAll('*')]
      .map((part) => {
        const style = getComputedStyle(part);
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
      })
      .join('\n');
  };
  globalThis.looksBefore = new Map();
  const stops = [];
  const groups = new Set();
  const front = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.body;
  for (const element of front.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')) {
    if (element.disabled || element.closest('[hidden], [inert], [aria-hidden="true"]')) continue;
    // What has the focus already looks so; it is checked when it comes back.
    if (element !== document.activeElement) globalThis.looksBefore.set(element, globalThis.looksOf(element));
    if (element.tabIndex < 0 || element.getClientRects().length === 0) continue;
    const group = element.type === 'radio' ? (element.closest('[role="radiogroup"]') ?? element) : element;
    if (groups.has(group)) continue;
    groups.add(group);
    const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    group.dataset.stop = `${stops.length + 1}: ${(name || element.localName).trim().slice(0, 40)}`;
    stops.push(group.dataset.stop);
  }
  return stops;
}

/**
 * What has the focus: its mark, `new` for what was not there when stops were marked, null for nothing at all. And whether a
 * user can see that: it looks different than without the focus, and is in view.
 * @returns {Promise<{ mark: string | null, isSeen: boolean, isInView: boolean }>}
 */
export async function focused() {
  // A date has parts; between two of them, and when it is left, it is without the focus for a moment.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))));
  const fading = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(fading.map(({ finished }) => finished));
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { mark: null, isSeen: true, isInView: true };
  const before = globalThis.looksBefore.get(element);
  const box = (element.closest('label') ?? element).getBoundingClientRect();
  return {
    mark: element.closest('[data-stop]')?.dataset.stop ?? 'new',
    isSeen: before === undefined || globalThis.looksOf(element) !== before,
    isInView: box.top > -1 && box.bottom < innerHeight + 1,
  };
}

/**
 * The words without an accent that a user sees or hears, each once: in a page whose texts all have accents, they are values or hard-coded.
 * @returns {string[]}
 */
export function plainWords() {
  const texts = [];
  for (const element of document.querySelectorAll('body, body *')) {
    if (element.matches('script, style')) continue;
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
      texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent);
  }
  return [...new Set(texts.join('\n').match(/(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/gu))];
}
