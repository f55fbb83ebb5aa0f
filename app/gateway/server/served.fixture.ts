// A gateway that real connections reach at a port of this computer, until the test is over.
import type net from 'node:net';
import { onTestFinished } from 'vitest';
import { gatewayFixture } from '../gateway.fixture';
import { createGatewayServer, type TimeLimits } from './serve';

/** Listens at a free port of 127.0.0.1. `host` as a request names it; `sockets`: the connections that are open. */
export async function serveGateway(timeLimits?: TimeLimits) {
  const fixture = gatewayFixture();
  const sockets = new Set<net.Socket>();
  const hosts: string[] = [];
  const { gateway } = fixture;
  const server = createGatewayServer({
    port: null,
    hosts,
    sockets,
    uid: null,
    answer: (incoming) => gateway.answer(incoming),
    ...(timeLimits === undefined ? {} : { timeLimits }),
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  const host = `127.0.0.1:${address.port}`;
  hosts.push(host);
  return { ...fixture, server, host, port: address.port, sockets };
}
