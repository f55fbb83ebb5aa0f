// Reading /proc: the samples are what Linux 6 writes.
import { describe, expect, it } from 'vitest';
import { parseCpu, parseKind, parsePss, parseWakeUps } from './proc.mjs';

const rollup = `55d0c8a00000-7ffd3f9e2000 ---p 00000000 00:00 0                          [rollup]
Rss:              201344 kB
Pss:               98304 kB
Pss_Dirty:         40000 kB
Pss_Anon:          39000 kB
Shared_Clean:     110000 kB
`;

describe('/proc', () => {
  it('takes the proportional set size, in MiB, not one of its parts', () => {
    expect(parsePss(rollup)).toBe(96);
  });

  it('takes time on a processor in ms', () => {
    expect(parseCpu('1234567890 4567 321\n')).toBeCloseTo(1234.57);
  });

  it('counts how often a thread went to sleep voluntarily', () => {
    const status = 'Name:\telectron\nThreads:\t33\nvoluntary_ctxt_switches:\t150\nnonvoluntary_ctxt_switches:\t7\n';
    expect(parseWakeUps(status)).toBe(150);
  });

  it('throws rather than count nothing when the text is another one', () => {
    expect(() => parsePss('Rss: 1 kB\n')).toThrow('Pss');
    expect(() => parseWakeUps('')).toThrow('voluntary');
    expect(() => parseCpu('')).toThrow('No ');
  });

  it('tells Electron’s processes apart', () => {
    expect(parseKind('/dist/electron\0--no-sandbox\0/app\0')).toBe('browser');
    expect(parseKind('/dist/electron --type=renderer --crashpad-handler-pid=1')).toBe('renderer');
    expect(parseKind('/dist/electron\0--type=utility\0--utility-sub-type=network.mojom.NetworkService\0')).toBe(
      'network',
    );
  });
});
