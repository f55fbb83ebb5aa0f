// What is wrong with the profile folder.
import type { AppState } from '../../../app/model/state/app-state';
import { problemText } from '../../../app/texts/problems/problems';
import { settingsTexts } from '../../../app/texts/settings';
import { labelled, sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { ask } from '../../ui/bridge';
import { IconButton } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import styles from './StorageProblems.module.css';

/** What is wrong with the profile folder, each until it is over or dismissed. */
export function StorageProblems({ problems }: { problems: AppState['storage'] }) {
  const now = useNow();
  if (problems.length === 0) return null;
  const texts = settingsTexts.storage;
  return (
    <section aria-label={texts.title} className={styles.problems}>
      {problems.map((problem) => {
        const text = problemText(problem, locale(), now);
        return (
          <Banner
            key={JSON.stringify(problem)}
            tone="warning"
            detail={sentences(text.cause, text.next)}
            corner={
              <IconButton
                icon="close"
                label={labelled(texts.dismiss, text.title)}
                onPress={() => ask('problem.dismiss', { kind: problem.kind })}
              />
            }
          >
            {text.title}
          </Banner>
        );
      })}
    </section>
  );
}
