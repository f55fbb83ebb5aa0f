// Linux: which user and which program is at the other end of a connection on this computer, as the kernel lists it.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { findConnection, findListener } from './connections-list';
import { SharedRead } from './shared-read';

/** The other end of a connection. */
export interface Peer {
  uid: number;
  inode: string;
}

/** The kernel's lists of connections. A text is null where there is no such list. */
interface Lists {
  tcp: { read(): Promise<string | null> };
  tcp6: { read(): Promise<string | null> };
}

/** To read one takes the kernel milliseconds, so connections that are new together share that. */
const lists: Lists = {
  tcp: new SharedRead(() => readList('tcp')),
  tcp6: new SharedRead(() => readList('tcp6')),
};

/**
 * Who is at `port` of a connection from this computer to `ourPort` of this computer. `unknown`: the kernel's lists cannot be read;
 * null: they can, and it is not in them.
 */
export async function findPeer(
  address: string,
  port: number,
  ourPort: number,
  from = lists,
): Promise<Peer | null | 'unknown'> {
  const among = address.includes(':') ? [from.tcp6] : [from.tcp, from.tcp6];
  let isReadable = false;
  // The kernel can pass over an entry while connections come and go: only a second list without it is believed.
  for (const list of [...among, ...among]) {
    const text = await list.read();
    if (text === null) continue;
    isReadable = true;
    const found = findConnection(text, port, ourPort);
    if (found !== null) return found;
  }
  return isReadable ? null : 'unknown';
}

function readList(name: 'tcp' | 'tcp6'): Promise<string | null> {
  // Without IPv6 there is no list of it.
  return readFile(`/proc/net/${name}`, 'latin1').catch(() => null);
}

/** The name of the program that listens at a port of this computer, among those of our own user; null where that is not known. */
export async function programAt(port: number): Promise<string | null> {
  for (const list of [lists.tcp, lists.tcp6]) {
    const inode = findListener((await list.read()) ?? '', port);
    const program = inode === null ? null : await programOf(inode);
    if (program !== null && program.name !== '') return program.name;
  }
  return null;
}

/** The program that holds a socket, among those of our own user; null where it is none of them, or gone. */
export async function programOf(inode: string): Promise<{ name: string; pid: number } | null> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${pid}/fd/${file}`).catch(() => '');
      if (target !== `socket:[${inode}]`) continue;
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
      return { name: name.trim().slice(0, 100), pid: Number(pid) };
    }
  }
  return null;
}
