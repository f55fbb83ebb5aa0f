// The recipes and hook templates of this system, read from main once.
import { useEffect, useState } from 'react';
import type { RecipeList } from '../../../../app/model/places/recipe';
import { call } from '../../../ui/bridge';

const none: RecipeList = { recipes: [], hooks: [], manual: [] };

/** Empty until they are read. */
export function useRecipes(): RecipeList {
  const [list, setList] = useState(none);
  useEffect(() => {
    let isWanted = true;
    void call('places.recipes', undefined).then((answer) => {
      if (isWanted && answer.ok) setList(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return list;
}
