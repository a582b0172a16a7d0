import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network; `contains` answers for the text of an address. */
export interface Network {
  readonly address: Address;
  readonly bits: number;
}

/**
 * The address that a text means: IPv4 in four decimal parts, IPv6 in any spelling; a zone id is left out and an IPv4 address
 * mapped into IPv6 is the IPv4 address. Undefined for anything else (also short or octal IPv4, which tools read differently).
 */
export function parseIp(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  const bare = text.split('%', 1)[0] ?? '';
  if (!bare.includes(':') || !ipaddr.IPv6.isValid(bare)) return undefined;
  const address = ipaddr.IPv6.parse(bare);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** One text per address, however it is spelt; undefined for anything that is no address. */
export const ipKey = (text: string): string | undefined => parseIp(text)?.toString();

/** `10.0.0.0/8`, `fe80::/10`; undefined for anything else. A mapped network (`::ffff:10.0.0.0/104`) is the IPv4 one. */
export function parseNetwork(text: string): Network | undefined {
  const [, address_text = '', bits_text = ''] = /^([^/]*)\/(\d{1,3})$/.exec(text.trim()) ?? [];
  const address = parseIp(address_text);
  if (!address) return undefined;
  const mapped = address.kind() === 'ipv4' && address_text.includes(':') ? 96 : 0;
  const bits = Number(bits_text) - mapped;
  return bits >= 0 && bits <= (address.kind() === 'ipv4' ? 32 : 128) ? { address, bits } : undefined;
}

export function isInNetwork(text: string, { address, bits }: Network): boolean {
  const candidate = parseIp(text);
  if (!candidate || candidate.kind() !== address.kind()) return false;
  return candidate.match(address as ipaddr.IPv6, bits);
}
