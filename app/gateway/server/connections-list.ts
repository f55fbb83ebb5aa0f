// Reads /proc/net/tcp and tcp6: ports, users and inodes of connections. Pure.

/** One connection of a loopback address to a loopback address. */
interface Connection {
  port: number;
  peerPort: number;
  uid: number;
  inode: string;
}

/** 127.0.0.0/8, ::1, and 127.0.0.0/8 as a socket of IPv6 has it; the kernel writes each group of four bytes backwards. */
const loopback = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/;

/** The connections that are open, in the order of the list. */
export function parseConnections(text: string): Connection[] {
  return text.split('\n').flatMap((line) => {
    const [, local = '', remote = '', state, , , , uid, , inode] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    const [peerAddress = '', peerPort = ''] = remote.split(':');
    // 01: established. A connection that is being closed by its client still counts.
    if (state === undefined || !/^(01|04|05|08)$/.test(state) || inode === undefined) return [];
    if (!loopback.test(address) || !loopback.test(peerAddress)) return [];
    return [{ port: Number.parseInt(port, 16), peerPort: Number.parseInt(peerPort, 16), uid: Number(uid), inode }];
  });
}
