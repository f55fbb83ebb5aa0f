// Reads /proc/net/tcp and tcp6: ports, users and inodes of connections, and of what listens. Pure.

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
  // 01: established. A connection that is being closed by its client still counts.
  return entries(text)
    .filter(({ state, isLocal }) => isLocal && /^(01|04|05|08)$/.test(state))
    .map(({ port, peerPort, uid, inode }) => ({ port, peerPort, uid, inode }));
}

/** The socket that listens at this port, on whatever address; null: none. */
export function parseListener(text: string, port: number): string | null {
  return entries(text).find((one) => one.state === '0A' && one.port === port)?.inode ?? null;
}

function entries(text: string): (Connection & { state: string; isLocal: boolean })[] {
  return text.split('\n').flatMap((line) => {
    const [, local = '', remote = '', state, , , , uid, , inode] = line.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    const [peerAddress = '', peerPort = ''] = remote.split(':');
    if (state === undefined || inode === undefined) return [];
    const isLocal = loopback.test(address) && loopback.test(peerAddress);
    const ports = { port: Number.parseInt(port, 16), peerPort: Number.parseInt(peerPort, 16) };
    return [{ ...ports, uid: Number(uid), inode, state, isLocal }];
  });
}
