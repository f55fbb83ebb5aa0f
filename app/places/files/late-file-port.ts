// The port of the places' files, loaded with the first call: with it come parsers of five formats, which no start needs.
import type { FilePort } from '../ports';

/** `load` is called once, with the first call. */
export function createLateFilePort(load: () => Promise<FilePort>): FilePort {
  let loading: Promise<FilePort> | null = null;
  const port = () => (loading ??= load());
  return {
    attributes(ways) {
      const attributes = port().then((files) => files.attributes(ways));
      return async (path) => (await attributes)(path);
    },
    plan: async (...given) => (await port()).plan(...given),
    write: async (...given) => (await port()).write(...given),
    prove: async (...given) => (await port()).prove(...given),
    digest: async (...given) => (await port()).digest(...given),
    tokens: async (...given) => (await port()).tokens(...given),
    mend: async (...given) => (await port()).mend(...given),
  };
}
