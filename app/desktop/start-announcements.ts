// Later starts of the application, each of which is announced by Chromium's lock, by NineTray's own socket, or by both.

/**
 * Returns what takes an announcement: `{ id, demo }`, or anything else where another version sent it. Calls `onStart` once per start.
 */
export function startAnnouncements(onStart: (start: { demo: boolean }) => void): (announcement: unknown) => void {
  const announced = new Set<unknown>();
  return (announcement) => {
    // An announcement without an id is a start of its own.
    const { id, demo }: { id: unknown; demo: unknown } = {
      id: Symbol('unnamed'),
      demo: null,
      ...(typeof announcement === 'object' ? announcement : null),
    };
    if (announced.has(id)) return;
    announced.add(id);
    onStart({ demo: demo === true });
  };
}
