// Reads /proc/net/tcp and tcp6: ports, users and inodes of connections, and of what listens. Pure.

/** One socket of the list. `isLocal`: its connection is from a loopback address to a loopback address. */
interface Entry {
  port: number;
  peerPort: number;
  isLocal: boolean;
  state: string;
  uid: number;
  inode: string;
}

/** 127.0.0.0/8, ::1, and 127.0.0.0/8 as a socket of IPv6 has it; the kernel writes each group of four bytes backwards. */
const loopback = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/;
/** 01: established. A connection that is being closed by its client still counts. */
const open = new Set(['01', '04', '05', '08']);

/** The end at `port` of an open connection on this computer to `peerPort`; null: there is none. */
export function findConnection(text: string, port: number, peerPort: number): Pick<Entry, 'uid' | 'inode'> | null {
  const found = entriesAt(text, port).find((one) => one.isLocal && one.peerPort === peerPort && open.has(one.state));
  return found === undefined ? null : { uid: found.uid, inode: found.inode };
}

/** The socket that listens at this port, on whatever address; null: none. */
export function findListener(text: string, port: number): string | null {
  return entriesAt(text, port).find(({ state }) => state === '0A')?.inode ?? null;
}

/** The sockets at this port. A list may have thousands of lines: only theirs are taken apart. */
function entriesAt(text: string, port: number): Entry[] {
  const mark = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  return text
    .split('\n')
    .filter((line) => line.includes(mark))
    .flatMap(readEntry)
    .filter((one) => one.port === port);
}

function readEntry(line: string): Entry[] {
  const [, local = '', remote = '', state, , , , uid, , inode] = line.trim().split(/\s+/);
  const [address = '', port = ''] = local.split(':');
  const [peerAddress = '', peerPort = ''] = remote.split(':');
  if (state === undefined || inode === undefined) return [];
  const isLocal = loopback.test(address) && loopback.test(peerAddress);
  const ports = { port: Number.parseInt(port, 16), peerPort: Number.parseInt(peerPort, 16) };
  return [{ ...ports, isLocal, state, uid: Number(uid), inode }];
}
