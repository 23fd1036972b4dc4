import type { NetworkVerdict } from './contract.ts';
import { digest, type Random } from './random.ts';
import type { Rates } from './rates.ts';
import { DAY, HOUR, type Instant } from './time.ts';

/** Where a session came from, as the host sees it. */
export interface Access {
  readonly ip: string;
  readonly network?: NetworkVerdict;
}

/** The line into one home. */
export interface HomeLine {
  readonly country: string;
  readonly serial: string;
  /** How long the provider leaves an address with the home; shared for carrier-grade NAT. */
  readonly lease: number | 'shared';
  /** IPv6 prefix of the home, where it has one. */
  readonly prefix6?: string;
}

const VERDICT = {
  plain: { vpn: false, proxy: false, hosting: false, tor: false, mobile: false },
  mobile: { vpn: false, proxy: false, hosting: false, tor: false, mobile: true },
  vpn: { vpn: true, proxy: false, hosting: false, tor: false, mobile: false },
  hosting: { vpn: false, proxy: false, hosting: true, tor: false, mobile: false },
} as const satisfies Record<string, NetworkVerdict>;

// First octets well inside unicast space; none is private, shared (100.64/10), loopback or documentation.
const HOME_BLOCKS = [24, 62, 71, 78, 81, 84, 86, 90, 93, 109, 151, 176] as const;
const MOBILE_BLOCKS = [37, 46, 83, 95, 106, 178] as const;

const number = (parts: readonly (string | number)[]): number => parseInt(digest(parts, 8), 16);

function ipv4(block: number, parts: readonly (string | number)[]): string {
  const bits = number(parts);
  return [block, bits & 255, (bits >>> 8) & 255, 1 + ((bits >>> 16) % 254)].join('.');
}

const block = (blocks: readonly number[], country: string): number =>
  blocks[number([country]) % blocks.length] ?? 24;

/** The networks of one world. */
export interface Network {
  newHome(country: string): HomeLine;
  home(line: HomeLine, at: Instant): Access;
  mobile(country: string, at: Instant): Access;
  /** Any fixed address with many people behind it: an office, an agency, a shop. */
  office(serial: string): Access;
  vpn(): Access;
  hosting(serial: string): Access;
}

export function layNetwork(random: Random, rates: Rates): Network {
  const pool = random.hex(6);
  const seen = (ip: string, verdict: NetworkVerdict): Access =>
    random.chance(rates.verdict) ? { ip, network: verdict } : { ip };
  const newHome = (country: string): HomeLine => ({
    country,
    serial: random.hex(10),
    lease: random.chance(rates.cgnat)
      ? 'shared'
      : random.weighted([
          [7 * DAY, 2],
          [60 * DAY, 4],
          [3650 * DAY, 4],
        ]),
    ...(random.chance(rates.ipv6) && {
      prefix6: `2a0${random.integer(0, 9)}:${random.hex(4)}:1${random.hex(3)}`,
    }),
  });
  const home = (line: HomeLine, at: Instant): Access => {
    if (line.prefix6 !== undefined && random.chance(0.6)) {
      const host = Array.from({ length: 4 }, () => `9${random.hex(3)}`).join(':');
      return seen(`${line.prefix6}:${number([line.serial]) % 9}:${host}`, VERDICT.plain);
    }
    // A shared line leaves through one of few exits per country, changing with the hour.
    const key =
      line.lease === 'shared'
        ? [pool, line.country, number([line.serial, Math.floor(at / (12 * HOUR))]) % 12]
        : [pool, line.serial, Math.floor(at / line.lease)];
    return seen(ipv4(block(HOME_BLOCKS, line.country), key), VERDICT.plain);
  };
  return {
    newHome,
    home,
    mobile: (country) =>
      seen(
        ipv4(block(MOBILE_BLOCKS, country), [pool, country, random.integer(1, 40)]),
        VERDICT.mobile,
      ),
    office: (serial) => seen(ipv4(194, [pool, serial]), VERDICT.plain),
    vpn: () => seen(ipv4(185, [pool, 'vpn', random.integer(1, 160)]), VERDICT.vpn),
    hosting: (serial) => seen(ipv4(45, [pool, 'hosting', serial]), VERDICT.hosting),
  };
}
