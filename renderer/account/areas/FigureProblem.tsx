// Says that a figure could not be read, and how old the one that is shown is.
import type { Figure } from '../../../app/model/figures/figure';
import { formatAge } from '../../../app/texts/format';
import { areaTexts } from '../../../app/texts/account/areas';
import { problemText } from '../../../app/texts/problems/problems';
import { sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';

/** Nothing while all is well. */
export function FigureProblem({ figure }: { figure: Figure<unknown> }) {
  const now = useNow();
  const masked = useMasked();
  if (figure.problem === undefined) return null;
  const { title, cause, next } = problemText(figure.problem, locale(), now, masked);
  const age = figure.asOf === null ? null : areaTexts.updated({ age: formatAge(figure.asOf, now, locale()) });
  const tone = figure.problem.kind === 'not-offered' ? 'info' : figure.value === null ? 'bad' : 'warning';
  return (
    <Banner tone={tone} detail={sentences(cause, next, age)}>
      {title}
    </Banner>
  );
}
