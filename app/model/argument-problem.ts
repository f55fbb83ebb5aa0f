/** What is wrong with the command line. `argument` is null where it may be a key that was pasted, and is not repeated. */
export interface ArgumentProblem {
  kind: 'wrong';
  argument: string | null;
  /** NineTray's switch that was probably meant. */
  meant?: string;
  /** How the command is written, where it begins with a word: one line for each form. */
  usage?: string;
  /** The part of `--below` that is wrong: a figure's name, and the value given for it where it is short enough not to be a key. */
  below?: { name: string; value: string };
}
