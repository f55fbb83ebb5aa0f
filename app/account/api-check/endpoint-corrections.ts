// What a corrected method or path of an operation leads to: it is saved, the API check's results for the path before are dropped, and the
// figures are read again.
import { ok, type Result } from '../../model/problem';
import { correctEndpoint, type Method } from '../../nineproxy/operations/endpoints';
import type { SettingsStore } from '../../settings/settings';
import type { ApiCheckRunner } from './api-check';

export interface EndpointCorrections {
  /** Corrects an operation's method and path (both null: as NineTray has them), and reads the figures again. */
  correctEndpoint(operation: string, wanted: { method: Method | null; path: string | null }): Result<void>;
  /** The corrections changed: results of the API check for an earlier path are dropped, and the figures are read again. */
  endpointsCorrected(): void;
}

/** Corrections in these settings. `readAgain` reads the figures again soon. */
export function createEndpointCorrections(
  settings: Pick<SettingsStore, 'read' | 'change'>,
  apiCheck: Pick<ApiCheckRunner, 'corrected'>,
  readAgain: () => void,
): EndpointCorrections {
  const endpointsCorrected = () => {
    apiCheck.corrected();
    readAgain();
  };
  return {
    endpointsCorrected,
    correctEndpoint(operation, wanted) {
      const corrected = correctEndpoint(settings.read().endpoints, operation, wanted);
      if (!corrected.ok) return corrected;
      const saved = settings.change({ endpoints: corrected.value });
      if (!saved.ok) return saved;
      endpointsCorrected();
      return ok(undefined);
    },
  };
}
