// What runs while the gateway is on: the gateway and its listeners. The only way to them, so that nothing of it is loaded while it is off.
import { ok, type Result } from '../model/problem';
import { Gateway, type GatewayPorts } from './gateway';
import { testGateway } from './gateway-test';
import { listen, type Listening } from './server/listen';

export interface RunningGateway {
  gateway: Gateway;
  listening: Listening;
  test: typeof testGateway;
}

/** Listens and answers. Fails with port-busy. */
export async function startGateway(
  ports: GatewayPorts,
  at: { port: number; socket: string | null; uid: number | null },
): Promise<Result<RunningGateway>> {
  const gateway = new Gateway(ports);
  const listening = await listen({ ...at, answer: (incoming) => gateway.answer(incoming) });
  return listening.ok ? ok({ gateway, listening: listening.value, test: testGateway }) : listening;
}
