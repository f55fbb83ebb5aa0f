// Says that Chromium's sandbox is off, as long as it is.
import { startupTexts } from '../../app/texts/startup';
import { Banner } from './Banner';

interface NoSandboxBannerProps {
  sandboxed: boolean;
  className?: string | undefined;
}

/** The banner; nothing while the sandbox is on. The user agreed to it: an explanation, and no call for attention. */
export function NoSandboxBanner({ sandboxed, className }: NoSandboxBannerProps) {
  if (sandboxed) return null;
  return (
    <Banner tone="info" detail={startupTexts.noSandboxDetail} className={className}>
      {startupTexts.noSandboxBanner}
    </Banner>
  );
}
