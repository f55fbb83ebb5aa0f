// What a demo is made of on this computer: the process of the simulated vendor, example places, and the script behind the gateway.
import type { Settings } from '../../model/settings';
import { createDemoLauncher } from '../../demo/launch.electron';
import type { Vault } from '../../key/vault';
import { applyEndpoints } from '../../nineproxy/operations/endpoints';
import { builtPath } from '../../process/build-paths.electron';
import { systemClock as clock } from '../../process/system-clock';
import type { DemoPorts } from './demo-session';

interface DemoOptions {
  /** How many sub-accounts the simulated vendor has. */
  size: number;
  /** Whether there are example places and a script: a terminal command shows figures only. */
  hasExamples: boolean;
  settings: { read(): Pick<Settings, 'endpoints'> };
  createVault(): Vault;
}

/** Starts nothing yet. The examples are loaded when a demo starts. */
export function openDemoPorts({ size, hasExamples, settings, createVault }: DemoOptions): DemoPorts {
  return {
    ...createDemoLauncher(builtPath('main/demo-process.js'), ['--size', String(size)]),
    createVault,
    async openExamples(key) {
      if (!hasExamples) return null;
      const { openExamples } = await import('../../demo-places/open-examples');
      const { createScriptLauncher } = await import('../../demo-places/launch-script.electron');
      return openExamples(key, {
        clock,
        script: {
          random: Math.random,
          path: () => applyEndpoints(settings.read().endpoints).getBalanceData.path,
          start: createScriptLauncher(builtPath('main/demo-script.js')),
        },
      });
    },
  };
}
