// Settings that protect something are never repaired to a default: that could send the key elsewhere, past a proxy, or show what was
// to be hidden. What cannot be used is replaced by the value that sends and shows nothing.
import type { JsonObject } from './files/profile-files';
import { defaultSettings, type Settings, settingsSchema } from '../model/settings';

/** An address and a proxy that nothing can be sent through: no request is sent until the user chooses. */
export const noConnection = {
  address: { kind: 'custom', url: '' },
  proxy: { mode: 'given', url: '' },
} as const satisfies Pick<Settings, 'address' | 'proxy'>;

/** The settings, without the address and the proxy: those of a backup, or the defaults, need not be the ones that were lost. */
export function withoutConnection(settings: Settings): Settings {
  return { ...settings, ...noConnection };
}

/**
 * `content` (of settings.json) with each protecting field that cannot be used replaced by its closed value; `lost` names these. A field
 * that is not there at all is as it was: nobody wrote one.
 */
export function failClosed(content: JsonObject): { content: JsonObject; lost: string[] } {
  const next: JsonObject = { ...content };
  const lost: string[] = [];
  const close = (field: keyof Settings, value: unknown, name: string = field) => {
    next[field] = value;
    lost.push(name);
  };
  const { shape } = settingsSchema;
  const isUnusable = (field: keyof Settings) =>
    content[field] !== undefined && !shape[field].safeParse(content[field]).success;

  if (isUnusable('address')) close('address', noConnection.address);
  if (isUnusable('proxy')) close('proxy', noConnection.proxy);
  if (isUnusable('hideAmounts')) close('hideAmounts', true);
  if (isUnusable('localApp')) close('localApp', { ...defaultSettings.localApp, on: false });
  const { alerts } = content;
  if (alerts !== undefined && !isObject(alerts)) close('alerts', { ...defaultSettings.alerts, on: false });
  else if (isObject(alerts) && alerts['on'] !== undefined && typeof alerts['on'] !== 'boolean')
    close('alerts', { ...alerts, on: false }, 'alerts.on');
  return { content: next, lost };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
