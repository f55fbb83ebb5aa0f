// Draws every icon from ninetray.svg into out/icons, or the folder named as its argument: the tray's five marks for each
// platform, and the application's own (png, ico, icns). Part of every build; takes a quarter of a second, needs only resvg.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const here = import.meta.dirname;
const source = readFileSync(resolve(here, 'ninetray.svg'), 'utf8');
const out = resolve(process.argv[2] ?? resolve(here, '../../out/icons'));

/** app/tray/icon.ts asks for these. */
const marks = ['fine', 'attention', 'action-needed', 'stopped', 'waiting'];
const inks = { light: '#1f242d', dark: '#f4f6fa', Template: '#000000' };
/** The colours of the panels that the inks are made for. */
const halos = { light: '#f1f1f1', dark: '#202226' };

/** The source with one more style sheet, the last and so the strongest, drawn at a width in pixels. */
function draw(style, width) {
  return render(source.replace('</style>', `${style}</style>`), width);
}

/** On the tile the mark is smaller than its box. macOS leaves more air around an icon than the others do: `air`, in units. */
function tile(air) {
  const box = `viewBox="${-air} ${-air} ${32 + 2 * air} ${32 + 2 * air}"`;
  return source
    .replace('viewBox="0 0 32 32"', box)
    .replace('<g id="mark"', '<g id="mark" transform="translate(6.4 7) scale(0.6)"');
}

function drawTile(width, air) {
  return render(tile(air), width);
}

function render(svg, width) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng();
}

function trayStyle(mark, panel) {
  const ink = inks[panel];
  const template = panel === 'Template';
  return [
    '#tile { display: none; }',
    `.ink { stroke: ${ink}; }`,
    mark === 'waiting' ? '#mark { opacity: 0.55; }' : `.${mark} { display: inline; }`,
    template ? '' : `.halo { display: inline; stroke: ${halos[panel]}; stroke-opacity: 0.6; }`,
    // A template image is a shape alone: the system gives it its colour.
    template ? `.sign { fill: ${ink}; }` : '',
  ].join('\n');
}

function save(path, bytes) {
  const file = resolve(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** PNG images in a Windows .ico, which takes them as they are. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** PNG images in a macOS .icns: a name of four letters and a length before each. */
function icns(images) {
  const parts = images.flatMap(({ type, png }) => {
    const head = Buffer.alloc(8);
    head.write(type, 'ascii');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'ascii');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

for (const mark of marks) {
  for (const panel of ['light', 'dark']) {
    const style = trayStyle(mark, panel);
    for (const size of [22, 44]) save(`tray/linux/${mark}-${panel}-${size}.png`, draw(style, size));
    save(`tray/win32/${mark}-${panel}.png`, draw(style, 16));
    save(`tray/win32/${mark}-${panel}@1.25x.png`, draw(style, 20));
    save(`tray/win32/${mark}-${panel}@1.5x.png`, draw(style, 24));
    save(`tray/win32/${mark}-${panel}@2x.png`, draw(style, 32));
  }
  save(`tray/darwin/${mark}-Template.png`, draw(trayStyle(mark, 'Template'), 16));
  save(`tray/darwin/${mark}-Template@2x.png`, draw(trayStyle(mark, 'Template'), 32));
}

const app = new Map([16, 24, 32, 48, 64, 128, 256, 512].map((size) => [size, drawTile(size, 0)]));
for (const [size, png] of app) save(`app/${size}x${size}.png`, png);
save('scalable/ninetray.svg', tile(0));
save('app/icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: app.get(size) }))));
/** The names that macOS has for each size; two of the same size are for normal and for dense displays. */
const macSizes = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
  ic10: 1024,
};
save('app/icon.icns', icns(Object.entries(macSizes).map(([type, size]) => ({ type, png: drawTile(size, 1.6) }))));
