import { freemem, totalmem } from 'node:os';
import { isScarce } from './keep-ready';

/** Whether the computer has little memory left for what is not needed now. */
export function isMemoryScarce(): boolean {
  return isScarce(availableMemory(), totalmem());
}

/** Bytes. What the system can give at once without taking it from a program: Node's figure says so except on macOS, where it leaves caches out. */
function availableMemory(): number {
  if (process.platform !== 'darwin') return freemem();
  const { free, fileBacked, purgeable } = process.getSystemMemoryInfo();
  return (free + fileBacked + purgeable) * 1024;
}
