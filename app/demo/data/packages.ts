// What the demo's 9Proxy sells, and for how much (US cents; make-believe prices of a plausible size).

interface IpPackage {
  id: number;
  name: string;
  ips: number;
  cents: number;
}

interface TrafficOffer {
  id: number;
  name: string;
  bytes: number;
  days: number;
  cents: number;
}

export const gigabyte = 1_000_000_000;

export const ipPackages = {
  small: { id: 1, name: '1,000 IPs', ips: 1_000, cents: 4_200 },
  usual: { id: 4, name: '10,000 IPs', ips: 10_000, cents: 24_000 },
  large: { id: 6, name: '50,000 IPs', ips: 50_000, cents: 95_000 },
} satisfies Record<string, IpPackage>;

export const trafficOffers = {
  starter: { id: 21, name: 'Starter 10 GB', bytes: 10 * gigabyte, days: 30, cents: 3_200 },
  business: { id: 23, name: 'Business 100 GB', bytes: 100 * gigabyte, days: 90, cents: 24_500 },
} satisfies Record<string, TrafficOffer>;

/** Values of the vendor's PaymentMethod are not published; these are the demo's own. */
export const paymentMethods = { wallet: 1, card: 2, crypto: 3, bankTransfer: 4 } as const;

export type { IpPackage, TrafficOffer };
