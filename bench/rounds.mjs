// One start, or one idle round, of one application: what is done with it, and which figures are taken when.
import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { clickEffect, openAndClose, openPopover } from './popover.mjs';
import { countActivity, memory } from './proc.mjs';
import { waits } from './waits.mjs';

/** How much later than expected a window may be made or destroyed on a busy machine (ms). */
const late = 2 * 60_000;

/**
 * @typedef {import('./applications.mjs').Application} Application
 * @typedef {object} Tools
 * @property {ReturnType<typeof import('./applications.mjs').runner>} run
 * @property {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @property {ReturnType<typeof import('./screen.mjs').openScreen>} screen
 * @property {number} warm further openings in each start
 * @property {(application: Application, measure: string, value: number) => void} note takes a figure
 * @property {(text: string) => void} say
 */

const renderers = (pid) => memory(pid).processes.filter(({ kind }) => kind === 'renderer').length;

/**
 * Opens the popovers of applications, as far as a click on their icons does that.
 * @param {Tools} tools
 */
function popovers({ desktop, screen, warm, say }) {
  /** What a click on a peer's icon does, by its id; of all others it is known. */
  const effects = new Map();

  /** @returns {import('./popover.mjs').ClickEffect} */
  function effectOf({ id }) {
    return effects.get(id) ?? 'opens and closes';
  }

  return {
    effectOf,
    async noteEffect({ id }) {
      const effect = await clickEffect(desktop, screen);
      effects.set(id, effect);
      if (effect === 'nothing') say(`${id.padEnd(13)} a click on its icon shows nothing: no popover is measured`);
      if (effect === 'opens')
        say(`${id.padEnd(13)} a second click does not close it: only the first opening is measured`);
    },
    /** @returns {Promise<number[]>} ms of the first opening and of each further one */
    async times(application) {
      const effect = effectOf(application);
      if (effect === 'nothing') return [];
      if (effect === 'opens') return [await openPopover(desktop, screen)].filter((ms) => ms !== null);
      const times = [await openAndClose(desktop, screen)];
      while (application.kind !== 'kept' && times.length <= warm) {
        await wait(waits.betweenOpenings);
        times.push(await openAndClose(desktop, screen));
      }
      return times;
    },
  };
}

/** @param {Tools} tools */
export function rounds(tools) {
  const { run, desktop, screen, note, say } = tools;
  const popover = popovers(tools);

  async function takeMinute(pid) {
    const stop = countActivity(pid);
    await wait(waits.minute);
    return stop();
  }

  async function openAndTakeMemory(application, pid) {
    await openAndClose(desktop, screen);
    await wait(waits.justUsed);
    note(application, 'pssOpened', memory(pid).pss);
  }

  /** Waits as long after the popover was closed as NineTray needs to destroy it. */
  async function waitUntilIdle({ kind }, pid) {
    if (kind === 'ninetray')
      await waitFor('the popover to be destroyed', () => renderers(pid) === 0, waits.popoverDestroyed + late);
    else await wait(waits.popoverDestroyed);
    await wait(waits.afterwards);
  }

  return {
    /** The first start of an application: it fills caches and makes its profile. Nothing of it counts. */
    async prepare(application) {
      const running = await run.start(application);
      try {
        await wait(waits.startIsOver);
        if (application.kind === 'peer') await popover.noteEffect(application);
        else await openAndClose(desktop, screen);
      } finally {
        await running.end();
      }
    },

    /** A start: its tray item, and the openings of its popover. */
    async start(application) {
      const { id, kind } = application;
      const running = await run.start(application);
      try {
        // Its tray item is the same as that of the one that keeps none.
        if (kind === 'kept')
          await waitFor('a window that is kept ready', () => renderers(running.pid) > 0, waits.madeReady + late);
        else note(application, 'tray', running.tray);
        await wait(waits.startIsOver);
        const times = await popover.times(application);
        for (const [i, ms] of times.entries())
          note(application, i > 0 ? 'warm' : kind === 'kept' ? 'kept' : 'cold', ms);
        const shown = times.map((ms) => ms.toFixed(0)).join(' ');
        say(`${id.padEnd(13)} tray ${running.tray.toFixed(0)}  popover ${shown}`);
      } finally {
        await running.end();
      }
    },

    /** A start that is left alone, but for one opening of its popover: memory, processor time and wake-ups. */
    async idle(application) {
      const { id, kind } = application;
      const running = await run.start(application);
      try {
        const { pid } = running;
        await wait(waits.beforeFirstMinute);
        const first = await takeMinute(pid);
        note(application, 'cpuStart', first.cpu);
        note(application, 'wakeUpsStart', first.wakeUps);
        note(application, 'pssNew', memory(pid).pss);
        // The bare one keeps its window: it is compared as it is without one, and opened at the end.
        const isOpenedFirst = kind !== 'bare' && popover.effectOf(application) === 'opens and closes';
        if (isOpenedFirst) {
          await openAndTakeMemory(application, pid);
          await waitUntilIdle(application, pid);
        }
        const later = await takeMinute(pid);
        const { pss, processes } = memory(pid);
        note(application, 'cpu', later.cpu);
        note(application, 'wakeUps', later.wakeUps);
        note(application, 'pss', pss);
        if (kind === 'bare') await openAndTakeMemory(application, pid);
        if (kind === 'ninetray') note(application, 'again', await openAndClose(desktop, screen));
        const parts = processes.map((one) => `${one.kind} ${one.pss.toFixed(1)}`).join(', ');
        const minutes = [first, later].map(({ cpu, wakeUps }) => `${cpu.toFixed(0)} ms ${wakeUps} wake-ups`).join(', ');
        say(`${id.padEnd(13)} ${pss.toFixed(1)} MiB (${parts}), ${minutes}`);
      } finally {
        await running.end();
      }
    },
  };
}
