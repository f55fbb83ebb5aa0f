// What NineTray prints in a terminal.
import type { AppState } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import type { BalanceId } from '../../model/figures/figure-id';
import type { ArgumentProblem } from '../../model/argument-problem';
import { padded, widest } from '../columns';
import english from '../en/cli.json';
import { figureNames, type FigureText, figureTexts, listOfFigures } from '../figures';
import { amountsIn, formatAge } from '../format';
import { accessCliTexts } from './access-cli';
import { noticeText, severityNames } from './notice';
import { afterCommandText } from '../problems/after-command';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';
import { texts } from '../texts';
import { limitsExample } from './help';
import { asSentence, sentences } from '../sentence';

export const cliTexts = texts('cli', english);

/** What is wrong with the command line, and what to do. */
export function wrongArgument({ argument, meant, below, usage }: ArgumentProblem): string {
  const { wrong } = cliTexts;
  if (below !== undefined) {
    const { name, value } = below;
    const example = name === 'traffic' ? 'traffic=5GB' : `${name}=500`;
    const values = { name, below: '--below', example };
    return value === '' ? wrong.hiddenLimit(values) : wrong.limit({ ...values, value });
  }
  if (usage !== undefined && meant === undefined)
    return argument === '--' ? accessCliTexts.front({ run: 'run' }) : accessCliTexts.usage({ usage });
  const help = '--help';
  if (argument === null) return wrong.hidden({ help });
  if (meant !== undefined) return wrong.misspelled({ argument, meant });
  return argument === '--below'
    ? wrong.below({ below: argument, status: '--status', example: `--status ${limitsExample}` })
    : wrong.unknown({ argument, help });
}

/** The key is `meant` for another address than that of the `running` NineTray; '' for an address that can't be used, at most one of them. */
export function otherAddress(meant: string, running: string): string {
  if (meant === '') return cliTexts.noAddressHere({ running });
  return running === '' ? cliTexts.noAddressThere({ meant }) : cliTexts.otherAddress({ meant, running });
}

/** A key was stored. `whose` is null where the account has no name. */
export function keyKept(fingerprint: string, whose: string | null): string {
  return whose === null ? cliTexts.keyKeptUnnamed({ fingerprint }) : cliTexts.keyKept({ fingerprint, whose });
}

/** How the figures came to the terminal. */
export interface StatusSource {
  /** The read is over; if not, it was given up. */
  isReadInTime: boolean;
  /** A running application read them, and reads again; else the command's own process, which ends. */
  stays: boolean;
}

/**
 * The figures as lines: each with its age and its problem, then the account's status. Amounts are never hidden here. Ends with a line break.
 */
export function statusText(state: AppState, now: number, locale: string, source: StatusSource): string {
  const { count } = state.subAccounts;
  const amounts = amountsIn(locale);
  const figures: { name: string; figure: Figure<unknown>; text: string | null }[] = [
    ...figureTexts(state, amounts).map((figure) => withSource(figure, state)),
    {
      name: figureNames.subAccounts,
      figure: count,
      text: count.value === null ? null : amounts.count(count.value),
    },
  ];
  const width = widest(figures.map(({ name }) => name));
  const lines = figures.map(({ name, figure, text }) => {
    return `${padded(name, width)}  ${figureLine(figure, text ?? cliTexts.status.unknown, now, locale)}`;
  });
  return `${lines.join('\n')}\n\n${standing(state, now, locale, source)}\n`;
}

/** A figure's value with its age and its problem. */
function figureLine({ asOf, problem }: Figure<unknown>, value: string, now: number, locale: string): string {
  const { status } = cliTexts;
  const figure = asOf === null ? value : status.figure({ value, age: formatAge(asOf, now, locale) });
  return problem === undefined ? figure : status.problem({ figure, problem: problemText(problem, locale, now).title });
}

/** Whether auto renew is on is unconfirmed, so the terminal says where that comes from. */
function withSource(figure: FigureText, { autoRenew }: AppState): FigureText {
  const isReported = figure.id === 'autoRenew' && typeof autoRenew.value?.on === 'boolean';
  if (!isReported || figure.text === null) return figure;
  return { ...figure, text: cliTexts.status.reported({ value: figure.text, source: renewalTexts.asReported }) };
}

/** The account's status: "Attention: IP balance is running low." */
function standing({ notice }: AppState, now: number, locale: string, { isReadInTime, stays }: StatusSource): string {
  if (notice.says.id === 'nothing-read' && !isReadInTime) return cliTexts.status.tooSlowAtFirst;
  const { text, detail } = noticeText(notice, now, locale, false, stays ? problemText : afterCommandText);
  const told = asSentence(sentences(text, detail));
  const said =
    notice.severity === 'fine'
      ? told
      : cliTexts.status.standing({ severity: severityNames[notice.severity], sentences: told });
  return isReadInTime ? said : `${said}\n${cliTexts.status.tooSlow}`;
}

/** The result of `--below`: the figures that are below their limits, and whether one with a limit could not be read. */
export function belowText(
  { names, isUnsure }: { names: readonly BalanceId[]; isUnsure: boolean },
  locale: string,
): string {
  const { below } = cliTexts;
  if (names.length === 0) return isUnsure ? below.unsure : below.none;
  const figures = listOfFigures(names, locale);
  return isUnsure ? below.someUnsure({ figures }) : below.some({ figures });
}
