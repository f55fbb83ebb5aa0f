// The popover's line about newer versions: the question whether to check for them, once, or the version that a check found.
import type { AppState } from '../../app/model/state/app-state';
import { newerDetail, updateTexts as texts } from '../../app/texts/updates';
import { Banner } from '../ui/Banner';
import { ask } from '../ui/bridge';
import { Button } from '../ui/Button';
import { locale } from '../ui/locale';

/** The line, where there is one. */
export function UpdateLine({ state: { updateLine, updates } }: { state: AppState }) {
  if (updateLine === 'question') {
    const answer = (updateCheck: 'on' | 'off') => ask('settings.change', { updateCheck });
    return (
      <Banner
        tone="info"
        detail={texts.checkLine}
        action={
          <>
            <Button kind="quiet" onPress={() => answer('off')}>
              {texts.no}
            </Button>
            <Button onPress={() => answer('on')}>{texts.yes}</Button>
          </>
        }
      >
        {texts.question}
      </Banner>
    );
  }
  const { newer, isOfSystem } = updates;
  if (updateLine === 'none' || newer === null) return null;
  return (
    <Banner
      tone="info"
      detail={newerDetail(newer, isOfSystem, locale())}
      action={
        <>
          <Button kind="quiet" onPress={() => ask('updates.skip', { version: newer.version })}>
            {texts.skip}
          </Button>
          <Button onPress={() => ask('updates.openPage', undefined)}>{texts.openPage}</Button>
        </>
      }
    >
      {texts.available({ version: newer.version })}
    </Banner>
  );
}
