// The make-believe people, places, names and notes that the demo account is made of. No real person may be named, and
// no address here may belong to anyone: addresses are of 198.18.0.0/15 (RFC 2544).
import type { Random } from './random';

export const owner = { id: 481_516, username: 'northwind-labs', email: 'mara@northwind.example' };

/** Of the second account, which exists so that its key can be taken for the first one's. */
export const otherOwner = { id: 902_340, username: 'proseware', email: 'sam@proseware.example' };

// biome-ignore format: one word a line would fill a page
export const subAccountWords: readonly [string, ...string[]] = [
  'atlas', 'nimbus', 'quartz', 'harbor', 'juniper', 'falcon', 'ember', 'lagoon', 'orbit', 'maple',
  'summit', 'cobalt', 'willow', 'raven', 'delta', 'saffron', 'glacier', 'meadow', 'onyx', 'pioneer',
  'cedar', 'comet', 'drift', 'echo', 'fjord', 'granite', 'horizon', 'indigo', 'jasper', 'krill',
  'lumen', 'mistral', 'nectar', 'opal', 'prairie', 'quill', 'rowan', 'sable', 'tundra', 'umber',
  'vertex', 'wander', 'xenon', 'yarrow', 'zephyr', 'beacon', 'canyon', 'dune', 'estuary', 'fable',
];

export const longSubAccountNames: readonly [string, ...string[]] = [
  'northwind-marketplace-monitoring-frankfurt-secondary',
  'customer-success-regional-availability-checks-emea',
  'seasonal-campaign-verification-holiday-shopping-2025',
];

export const subAccountNotes: readonly [string, ...string[]] = [
  'Price monitoring, EU',
  'Ad verification',
  'QA team',
  'Night jobs only',
  'Client: Fabrikam',
  'Search rankings, mobile',
  'Do not disable before the campaign ends',
  'Überwachung der Preise, Zürich',
  '東京オフィス',
  'Отдел контроля качества',
  'مراقبة الأسعار',
  'Kiểm tra quảng cáo',
  '가격 모니터링',
  'Verificação de anúncios 🇧🇷',
];

export const partners: readonly [string, ...string[]] = [
  'li.wei@contoso.example',
  'ops@fabrikam.example',
  'ana.souza@tailspin.example',
  'j.novak@litware.example',
  'kim@wingtip.example',
  'proxies@adatum.example',
];

// biome-ignore format: one word a line would fill a page
export const referredNames: readonly [string, ...string[]] = [
  'bluefinch', 'datawerk', 'k_ito', 'pricepilot', 'sora.dev', 'm-keller', 'scrapyard', 'ninafox', 'ortega77', 'lumina',
  'webhawk', 'tomasz.k', 'rankwise', 'quietriver', 'adscope', 'hanoi_seo', 'bricolage', 'lenka.v', 'shelfcheck', 'farid-m',
  'northpier', 'trendfang', 'yuki.sato', 'casaverde', 'pixelharbor', 'oksana_p', 'dealradar', 'mbeki.j', 'stockglass', 'ruiz.labs',
  'fintrail', 'anneli', 'crawlspace', 'gustavo.r', 'kiteworks', 'minh_tran', 'valueline',
];

interface Place {
  country: string;
  state: string | null;
  city: string;
  isp: string;
}

export const places: readonly [Place, ...Place[]] = [
  { country: 'US', state: 'California', city: 'Los Angeles', isp: 'Spectrum' },
  { country: 'US', state: 'Texas', city: 'Austin', isp: 'AT&T' },
  { country: 'US', state: 'New York', city: 'New York', isp: 'Verizon' },
  { country: 'DE', state: 'Hesse', city: 'Frankfurt', isp: 'Telekom' },
  { country: 'DE', state: 'Berlin', city: 'Berlin', isp: 'Vodafone' },
  { country: 'GB', state: null, city: 'Manchester', isp: 'BT' },
  { country: 'FR', state: null, city: 'Lyon', isp: 'Orange' },
  { country: 'BR', state: 'São Paulo', city: 'São Paulo', isp: 'Vivo' },
  { country: 'JP', state: null, city: 'Osaka', isp: 'NTT' },
  { country: 'VN', state: null, city: 'Da Nang', isp: 'VNPT' },
  { country: 'CA', state: 'Ontario', city: 'Toronto', isp: 'Rogers' },
  { country: 'PL', state: null, city: 'Kraków', isp: 'Orange' },
];

/** An IPv4 address of 198.18.0.0/15, which is reserved (RFC 2544). */
export function someAddress(random: Random): string {
  return `198.${random.whole(18, 19)}.${random.whole(0, 255)}.${random.whole(1, 254)}`;
}

const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code such as 9P-7K3M-QX2A-H4TB. */
export function someShareCode(random: Random): string {
  return `9P-${random.text(codeAlphabet, 4)}-${random.text(codeAlphabet, 4)}-${random.text(codeAlphabet, 4)}`;
}
