// What runs while the gateway is on: the gateway and its listeners. The only way to them, so that nothing of it is loaded while it is off.
import { failed, ok, type Result } from '../model/problem';
import { Gateway, type GatewayPorts } from './gateway';
import { testGateway } from './gateway-test';
import { listen, type Listening } from './server/listen';
import { programAt } from './server/peer';

export interface RunningGateway {
  gateway: Gateway;
  listening: Listening;
  test: typeof testGateway;
}

/** Listens and answers. Fails with port-busy, and with the program that listens there, where that is known. */
export async function startGateway(
  ports: GatewayPorts,
  at: { port: number; socket: string | null; uid: number | null },
): Promise<Result<RunningGateway>> {
  const gateway = new Gateway(ports);
  const listening = await listen({ ...at, answer: (incoming) => gateway.answer(incoming) });
  if (listening.ok) return ok({ gateway, listening: listening.value, test: testGateway });
  const { problem } = listening;
  if (problem.kind !== 'port-busy' || problem.why !== 'taken') return listening;
  const program = await programAt(at.port);
  return failed(program === null ? problem : { ...problem, program });
}
