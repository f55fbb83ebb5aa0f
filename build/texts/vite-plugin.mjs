// Compiles message catalogues while they are bundled or tested, so that no parser of messages is in the application.
import compile from 'icu-minify/compile';

const catalogue = /\/app\/texts\/[^/]+\/[^/]+\.json$/;

/**
 * The compiled messages of a catalogue, by id: text where a message takes no values, else what icu-minify formats.
 * @param {Record<string, { defaultMessage: string }>} messages
 */
export function compileCatalogue(messages) {
  return Object.fromEntries(Object.entries(messages).map(([id, { defaultMessage }]) => [id, compile(defaultMessage)]));
}

/** @returns {import('vite').Plugin} */
export function textsPlugin() {
  return {
    name: 'texts',
    enforce: 'pre',
    transform: {
      filter: { id: catalogue },
      // Vite makes a module of it afterwards.
      handler: (code) => ({ code: JSON.stringify(compileCatalogue(JSON.parse(code))), map: null }),
    },
  };
}
