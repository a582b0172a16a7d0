/** DNS record types by number (IANA "DNS parameters"; 65281 and 65282 are Microsoft's), with the names that Winlogbeat's module writes. */
export const DNS_RECORD_TYPES: ReadonlyMap<number, string> = new Map([
  ...[
    'A',
    'NS',
    'MD',
    'MF',
    'CNAME',
    'SOA',
    'MB',
    'MG',
    'MR',
    'NULL',
    'WKS',
    'PTR',
    'HINFO',
    'MINFO',
    'MX',
    'TXT',
  ].map(row(1)),
  ...[
    'RP',
    'AFSDB',
    'X25',
    'ISDN',
    'RT',
    'NSAP',
    'NSAPPTR',
    'SIG',
    'KEY',
    'PX',
    'GPOS',
    'AAAA',
    'LOC',
    'NXT',
    'EID',
  ].map(row(17)),
  ...['NIMLOC', 'SRV', 'ATMA', 'NAPTR', 'KX', 'CERT', 'A6', 'DNAME', 'SINK', 'OPT'].map(row(32)),
  ...['DS'].map(row(43)),
  ...['RRSIG', 'NSEC', 'DNSKEY', 'DHCID'].map(row(46)),
  ...['UINFO', 'UID', 'GID', 'UNSPEC'].map(row(100)),
  ...['ADDRS', 'TKEY', 'TSIG', 'IXFR', 'AXFR', 'MAILB', 'MAILA', 'ANY'].map(row(248)),
  ...['WINS', 'WINSR'].map(row(65281)),
]);

function row(first: number) {
  return (name: string, at: number): [number, string] => [first + at, name];
}
