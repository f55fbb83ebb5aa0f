// Starts the demo's example script in a process of its own, and ends it.
import { utilityProcess } from 'electron';
import { type ExampleScript, exampleScriptSchema } from '../model/demo';

/** `entry` is the built `demo-script.js`. Returns how a script is started with a settings file, which returns how it is ended. */
export function createScriptLauncher(entry: string) {
  return (settings: string, onCall: (script: ExampleScript) => void): (() => void) => {
    const child = utilityProcess.fork(entry, ['--settings', settings], {
      serviceName: 'NineTray demo script',
      stdio: 'ignore',
      env: {},
    });
    child.on('message', (message: unknown) => {
      const calls = exampleScriptSchema.safeParse(message);
      if (calls.success) onCall(calls.data);
    });
    return () => void child.kill();
  };
}
