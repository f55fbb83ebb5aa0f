// Where the built parts of the application are. Code that is split into chunks cannot derive that from its own path.
import { join } from 'node:path';
import { app } from 'electron';

/** The absolute path of a built part, such as `renderer` or `preload/preload.cjs`. */
export function builtPath(path: string): string {
  return join(app.getAppPath(), 'out', path);
}
