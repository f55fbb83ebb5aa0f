// What a screen reader would read of a page: whatever takes the focus, and live regions whose words change. Sent to the
// page as text, so it must not use anything but what any web page has.

/**
 * Begins to listen; `heard` has it all. A line each: "focus: ..." or "says: ...". A polite region that comes into the page with its
 * words already in it is "missed: ...", since most screen readers say only what changes in a region that they know.
 */
export function listen() {
  const lines = [];
  globalThis.heardLines = lines;
  const selector = '[role="status"], [role="alert"], [role="log"], output, [aria-live]:not([aria-live="off"])';
  const words = (element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const known = new Map([...document.querySelectorAll(selector)].map((region) => [region, words(region)]));
  const name = (element) =>
    element.getAttribute('aria-label') ||
    [...(element.labels ?? [])].map(words).join(' ') ||
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim() ||
    words(element);
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) lines.push(`focus: ${name(target)}`);
  });
  const look = () => {
    for (const region of document.querySelectorAll(selector)) {
      const text = words(region);
      const before = known.get(region);
      known.set(region, text);
      if (text === '' || text === before) continue;
      const isSaid = before !== undefined || region.getAttribute('role') === 'alert';
      lines.push(`${isSaid ? 'says' : 'missed'}: ${text}`);
    }
  };
  const options = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document.documentElement, options);
}

/** Everything that was heard since the last call. @returns {string[]} */
export function heard() {
  return globalThis.heardLines.splice(0);
}

/** What has the focus: its role or tag, and its name. @returns {{ kind: string, name: string }} */
export function onFocus() {
  const element = document.activeElement;
  const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  const kind = element?.getAttribute('role') ?? element?.localName ?? '';
  return { kind, name: label.replaceAll(/\s+/g, ' ').trim() };
}
