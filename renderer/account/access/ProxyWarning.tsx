// A proxy that programs on this computer would send their token to.
import { accessTexts as texts } from '../../../app/texts/account/access';
import { Banner } from '../../ui/Banner';

/** The warning, with what to set; nothing where no such variable is known (null). */
export function ProxyWarning({ variable }: { variable: string | null }) {
  if (variable === null) return null;
  return (
    <Banner tone="warning" detail={texts.proxy.line({ value: '127.0.0.1,localhost,::1' })}>
      {texts.proxy.title({ variable })}
    </Banner>
  );
}
