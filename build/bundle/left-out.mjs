// Parts of libraries that NineTray never reaches, and that a bundler cannot leave out by itself, since the library refers to them. A
// module's text stays in memory for as long as NineTray runs (docs/decisions/036-weight.md).

const unreachable = "throw new Error('This part of a library is left out of NineTray.'); module.exports = {};";

const leftOut = [
  // Of x11: X extensions, the names of keys, an X server, Bun. NineTray sends four requests of the core protocol.
  { file: /\/node_modules\/x11\/lib\/(ext\/[\w-]+|keysyms|xserver\/index|fdpass-bun)\.js$/, instead: unreachable },
  // Of electron-log: sending the log to a server, which loads Node's http and https at the start. It makes this transport, unused.
  {
    file: /\/node_modules\/electron-log\/src\/node\/transports\/remote\.js$/,
    instead: 'module.exports = () => Object.assign(() => undefined, { level: false, transforms: [] });',
  },
];

/** Leaves these parts out of a bundle. @returns {import('vite').Plugin} */
export function leaveOut() {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load: {
      filter: { id: leftOut.map(({ file }) => file) },
      handler: (id) => leftOut.find(({ file }) => file.test(id))?.instead,
    },
  };
}
