// Rounds that are taken in turn, so that what else the machine does meets all applications alike.

/**
 * The first round fills caches: its figures are dropped.
 * @template T
 * @param {readonly T[]} applications
 * @param {number} rounds how many count
 * @param {(application: T) => Promise<void>} takeRound adds to the figures
 * @param {Record<string, Record<string, number[]>>} figures by measure and application
 */
export async function takeRounds(applications, rounds, takeRound, figures) {
  for (const application of applications) await takeRound(application);
  for (const id of Object.keys(figures)) figures[id] = {};
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < applications.length; at += 1) {
      await takeRound(applications[(at + round) % applications.length]);
    }
  }
}
