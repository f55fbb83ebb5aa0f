import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutReporting, withoutReportingHeaders } from './reporting';

describe('withoutReporting', () => {
  it('disables Reporting and NetworkErrorLogging', () => {
    expect(withoutReporting('')).toBe('Reporting,NetworkErrorLogging');
  });

  it('keeps the features that are disabled already, each once', () => {
    expect(withoutReporting('Vulkan, Reporting,,UseOzonePlatform')).toBe(
      'Vulkan,Reporting,UseOzonePlatform,NetworkErrorLogging',
    );
  });

  it('changes nothing the second time, whatever was disabled before', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        const once = withoutReporting(given);
        expect(withoutReporting(once)).toBe(once);
      }),
    );
  });
});

describe('withoutReportingHeaders', () => {
  it('removes every header that names an address for reports, and no other', () => {
    expect(
      withoutReportingHeaders({
        'Report-To': ['{}'],
        'Reporting-Endpoints': ['a="https://collector.test/"'],
        NEL: ['{}'],
        nel: ['{}'],
        'Expect-CT': ['report-uri="https://collector.test/"'],
        'Public-Key-Pins-Report-Only': ['report-uri="https://collector.test/"'],
        'Content-Type': ['application/json'],
        'Retry-After': ['2'],
      }),
    ).toEqual({ 'Content-Type': ['application/json'], 'Retry-After': ['2'] });
  });
});
