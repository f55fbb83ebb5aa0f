// All that NineTray runs for a place, in full: before it is confirmed, and in its details.
import type { Place, PlaceUpdate } from '../../../../app/model/places/place';
import type { RecipeList } from '../../../../app/model/places/recipe';
import { effectLine, recipeName } from '../../../../app/texts/account/place-recipes';
import { keyPlacesTexts as texts } from '../../../../app/texts/account/places';
import { sentences } from '../../../../app/texts/sentence';
import { CommandView } from './CommandView';
import { Part } from './Part';
import styles from './Part.module.css';

interface PlaceCommandsProps {
  place: Pick<Place, 'update' | 'hook' | 'check'>;
  /** Where they are known: what running one may start is shown. */
  recipes?: RecipeList;
  /** The path of its file is shown elsewhere. */
  hidesPath?: boolean;
}

/** The commands in the order in which they run. */
export function PlaceCommands({ place: { update, hook, check }, recipes, hidesPath = false }: PlaceCommandsProps) {
  return (
    <>
      {update?.by === 'command' ? <ByCommand update={update} recipes={recipes} /> : null}
      {update?.by === 'file' ? (
        <Part title={texts.update}>
          <p className={styles.text}>{texts.howLine.file}</p>
          {hidesPath ? null : <p className={styles.path}>{update.path}</p>}
        </Part>
      ) : null}
      <Part title={texts.restart}>
        {hook === undefined ? <p className={styles.text}>{texts.none}</p> : <CommandView command={hook} />}
      </Part>
      <Part title={texts.check}>
        {check === undefined ? <p className={styles.text}>{texts.none}</p> : <CommandView command={check} />}
      </Part>
    </>
  );
}

interface ByCommandProps {
  update: Extract<PlaceUpdate, { by: 'command' }>;
  recipes: RecipeList | undefined;
}

function ByCommand({ update, recipes }: ByCommandProps) {
  const { recipe, command, around, newline, probe, readBack } = update;
  const effect = recipes?.recipes.find(({ id }) => id === recipe)?.effect;
  return (
    <>
      <Part title={texts.update}>
        <p className={styles.text}>
          {sentences(recipeName(recipe), texts.howLine.command, effect === undefined ? null : effectLine(effect))}
        </p>
        <CommandView command={command} />
      </Part>
      {around === undefined ? null : (
        <Part title={texts.input}>
          <pre className={styles.input}>{`${around.before}•••${around.after}${newline ? '\n' : ''}`}</pre>
        </Part>
      )}
      {probe === null ? null : (
        <Part title={texts.probe}>
          <CommandView command={probe} />
        </Part>
      )}
      <Part title={texts.readBack}>
        {readBack === undefined ? (
          <p className={styles.text}>{texts.noReadBack}</p>
        ) : (
          <CommandView command={readBack} />
        )}
      </Part>
    </>
  );
}
