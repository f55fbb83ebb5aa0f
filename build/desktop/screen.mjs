// Reads an X display: pictures of it, and which windows a process shows.
import { run } from '../run.mjs';

async function must(command, args, env) {
  const { code, out } = await run(command, args, { env, limit: 20_000 });
  if (code !== 0) throw new Error(`${command} failed (${code}): ${out.trim()}`);
  return out;
}

/** Saves a picture of the whole display, or of one window, as PNG. */
export async function picture(env, file, window = 'root') {
  await must('import', ['-window', window, file], env);
}

/**
 * The colour of one pixel of a picture, such as `#808080`.
 * @returns {Promise<string>}
 */
export async function colourAt(env, file, x, y) {
  const out = await must(
    'convert',
    [file, '-crop', `1x1+${x}+${y}`, '-depth', '8', '-format', '#%[hex:u]', 'info:'],
    env,
  );
  return out.trim();
}

/**
 * The windows of a process that can be seen, largest first.
 * @returns {Promise<{ id: string, x: number, y: number, width: number, height: number }[]>}
 */
export async function visibleWindows(env, pid) {
  // xdotool answers 1 when there is none.
  const { code, out } = await run('xdotool', ['search', '--all', '--onlyvisible', '--pid', String(pid), '--name', ''], {
    env,
    limit: 20_000,
  });
  if (code !== 0) return [];
  const ids = out.match(/^\d+$/gm) ?? [];
  const windows = [];
  for (const id of ids) {
    const geometry = await run('xdotool', ['getwindowgeometry', '--shell', id], { env, limit: 20_000 });
    const value = (name) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(geometry.out)?.[1] ?? Number.NaN);
    const window = { id, x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
    // A window can go between the two questions.
    if (Number.isFinite(window.width)) windows.push(window);
  }
  return windows.sort((a, b) => b.width * b.height - a.width * a.height);
}

/**
 * Whether a window has an outline of its own rather than a rectangle (the X Shape extension).
 * @returns {Promise<boolean>}
 */
export async function isShaped(env, id) {
  return (await must('xwininfo', ['-id', id, '-shape'], env)).includes('Window shape extents');
}

/**
 * The size of the icon that a window has in panels and switchers (_NET_WM_ICON), the first where it has several; null without one.
 * @returns {Promise<{ width: number, height: number } | null>}
 */
export async function windowIconSize(env, id) {
  const out = await must('xprop', ['-id', id, '32c', '_NET_WM_ICON'], env);
  const [, width, height] = /= (\d+), (\d+),/.exec(out) ?? [];
  return width === undefined || height === undefined ? null : { width: Number(width), height: Number(height) };
}
