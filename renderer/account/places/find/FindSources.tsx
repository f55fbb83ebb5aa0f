// What the search for the key covers, chosen before it begins: nothing is searched that is not ticked here.
import type { ScanRequest } from '../../../../app/model/places/scan';
import { findPlacesTexts as texts } from '../../../../app/texts/account/places';
import { Button, IconButton } from '../../../ui/Button';
import { Checkbox } from '../../../ui/fields/Checkbox';
import form from '../../form/Form.module.css';
import styles from './FindPlaces.module.css';

interface FindSourcesProps {
  request: ScanRequest;
  findsPrograms: boolean;
  onChange: (request: ScanRequest) => void;
  onChooseFolder: () => Promise<string | null>;
  onStart: () => void;
  onClose: () => void;
}

/** The sources, and the button that begins. */
export function FindSources({ request, findsPrograms, onChange, onChooseFolder, onStart, onClose }: FindSourcesProps) {
  const { quick, folders, programs, containers } = request;
  const hasAny = quick || programs || containers || folders.length > 0;
  const addFolder = async () => {
    const folder = await onChooseFolder();
    if (folder !== null && !folders.includes(folder)) onChange({ ...request, folders: [...folders, folder] });
  };
  return (
    <>
      <p className={styles.lead}>{texts.lead}</p>
      <fieldset className={styles.sources}>
        <legend className={styles.title}>{texts.sources}</legend>
        <Checkbox isChecked={quick} hint={texts.quickHint} onChange={(on) => onChange({ ...request, quick: on })}>
          {texts.quick}
        </Checkbox>
        {findsPrograms ? (
          <Checkbox
            isChecked={programs}
            hint={texts.programsHint}
            onChange={(on) => onChange({ ...request, programs: on })}
          >
            {texts.programs}
          </Checkbox>
        ) : null}
        <Checkbox
          isChecked={containers}
          hint={texts.containersHint}
          onChange={(on) => onChange({ ...request, containers: on })}
        >
          {texts.containers}
        </Checkbox>
      </fieldset>
      <section aria-label={texts.folders} className={styles.folders}>
        <h3 className={styles.title}>{texts.folders}</h3>
        {folders.length === 0 ? <p className={styles.small}>{texts.noFolders}</p> : null}
        <ul>
          {folders.map((folder) => (
            <li key={folder} className={styles.chosen}>
              <span className={styles.path}>{folder}</span>
              <IconButton
                icon="close"
                label={texts.removeFolder({ folder })}
                onPress={() => onChange({ ...request, folders: folders.filter((each) => each !== folder) })}
              />
            </li>
          ))}
        </ul>
        <Button icon="plus" className={styles.more} isDisabled={folders.length >= 20} onPress={() => void addFolder()}>
          {texts.addFolder}
        </Button>
      </section>
      <div className={form.buttons}>
        <Button onPress={onClose}>{texts.close}</Button>
        <Button kind="primary" icon="search" isDisabled={!hasAny} onPress={onStart}>
          {texts.start}
        </Button>
      </div>
    </>
  );
}
