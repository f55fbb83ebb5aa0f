// A proxy that programs on this computer would send their token to.
import { noProxyValue } from '../../../app/model/access/no-proxy';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { Banner } from '../../ui/Banner';
import { call } from '../../ui/bridge';
import { CopyButton } from './CopyButton';

/** The warning, with what to set, to copy; nothing where no such variable is known (null). */
export function ProxyWarning({ variable }: { variable: string | null }) {
  if (variable === null) return null;
  return (
    <Banner
      tone="warning"
      detail={texts.proxy.line({ value: noProxyValue })}
      action={<CopyButton onCopy={() => call('access.copyNoProxy', undefined)}>{texts.proxy.copy}</CopyButton>}
    >
      {texts.proxy.title({ variable })}
    </Banner>
  );
}
