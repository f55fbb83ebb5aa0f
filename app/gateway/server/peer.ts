// Linux: which user and which program is at the other end of a connection on this computer, as the kernel lists it.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { parseConnections, parseListener } from './connections-list';

/** The other end of a connection. */
export interface Peer {
  uid: number;
  inode: string;
}

/**
 * Who is at `port` of a connection from this computer to `ourPort` of this computer. `unknown`: the kernel's lists cannot be read;
 * null: they can, and it is not in them.
 */
export async function findPeer(address: string, port: number, ourPort: number): Promise<Peer | null | 'unknown'> {
  let isReadable = false;
  for (const list of address.includes(':') ? ['tcp6'] : ['tcp', 'tcp6']) {
    try {
      const text = await readFile(`/proc/net/${list}`, 'latin1');
      isReadable = true;
      const found = parseConnections(text).find((one) => one.port === port && one.peerPort === ourPort);
      if (found !== undefined) return { uid: found.uid, inode: found.inode };
    } catch {
      // Without IPv6 there is no list of it.
    }
  }
  return isReadable ? null : 'unknown';
}

/** The name of the program that listens at a port of this computer, among those of our own user; null where that is not known. */
export async function programAt(port: number): Promise<string | null> {
  for (const list of ['tcp', 'tcp6']) {
    const inode = parseListener(await readFile(`/proc/net/${list}`, 'latin1').catch(() => ''), port);
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
