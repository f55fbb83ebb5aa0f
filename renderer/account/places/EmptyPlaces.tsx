// No place is listed yet: what the list is for, and the ways to begin it.
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { OptionCard, OptionCards } from '../../onboarding/OptionCards';
import type { DraftWay } from './form/place-draft';
import styles from './EmptyPlaces.module.css';

interface EmptyPlacesProps {
  onAdd: (by: DraftWay) => void;
  onFind: () => void;
}

/** The choices. */
export function EmptyPlaces({ onAdd, onFind }: EmptyPlacesProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{texts.emptyTitle}</h2>
      <p className={styles.line}>{texts.emptyLine}</p>
      <OptionCards label={texts.ways}>
        <OptionCard
          icon="search"
          title={texts.begin.find.title}
          line={texts.begin.find.line}
          isFirst
          onPress={onFind}
        />
        <OptionCard
          icon="file"
          title={texts.begin.file.title}
          line={texts.begin.file.line}
          onPress={() => onAdd('file')}
        />
        <OptionCard
          icon="terminal"
          title={texts.begin.command.title}
          line={texts.begin.command.line}
          onPress={() => onAdd('command')}
        />
        <OptionCard
          icon="paste"
          title={texts.begin.recipe.title}
          line={texts.begin.recipe.line}
          onPress={() => onAdd('recipe')}
        />
        <OptionCard
          icon="edit"
          title={texts.begin.hand.title}
          line={texts.begin.hand.line}
          onPress={() => onAdd('hand')}
        />
      </OptionCards>
    </div>
  );
}
