import type { SysmonFields } from '../../common/sysmon/sysmon_event';
import type { WorldEvent } from '../worlds/world';

const UTC = Date.parse('2024-03-05T10:00:00.000Z');
const at = (second: number) => ({
  utc: UTC + second * 1_000,
  text: `2024-03-05 10:00:${String(second).padStart(2, '0')}.000`,
});

/** The same address, number or text spelt in ways that comparing by text would tell apart, and text that is none of them. */
const CONNECTIONS: readonly SysmonFields[] = [
  { SourceIp: '::ffff:192.168.1.57', DestinationPort: '443' },
  { SourceIp: '0:0:0:0:0:FFFF:192.168.1.57', DestinationPort: '0443' },
  { SourceIp: '::ffff:c0a8:139', DestinationPort: '65535' },
  { SourceIp: 'FE80:0:0:0:44AF:0:0:1', DestinationPort: '00' },
  { SourceIp: 'fe80::44af:0:0:1%12', DestinationPort: '-' },
  { SourceIp: '64:ff9b::203.0.113.77', DestinationPort: '1' },
  { SourceIp: '192.168.1.5', DestinationPort: '4430' },
  { SourceIp: '-', DestinationPort: '' },
];

const TEXTS: readonly SysmonFields[] = [
  {
    CommandLine: 'copy "C:\\Users\\Jürgen\\*.txt" [a-z]? ÄÖ {1,2} \\\\server\\share',
    Company: 'Müller ® GmbH',
  },
  { CommandLine: 'COPY "c:\\users\\JÜRGEN\\*.TXT" äö \u{1f600} 情報', Company: 'müller ® gmbh' },
  { CommandLine: '\u212Aernel \u017Fystem kernel SYSTEM ß SS', Company: 'ſtraße' },
  { CommandLine: 'first\nsecond line\ttab', Company: '' },
  { CommandLine: '*', Company: '\\' },
  { CommandLine: '?', Company: '_exists_:*' },
];

export const ODD_SPELLINGS: readonly WorldEvent[] = [
  ...CONNECTIONS.map((fields) => ({ eventId: 3, fields })),
  ...TEXTS.map((fields) => ({ eventId: 1, fields })),
].map(({ eventId, fields }, index): WorldEvent => {
  const { utc, text } = at(index);
  const known = {
    UtcTime: text,
    ProcessGuid: '{3f2c91aa-e1da-65e6-5803-000000000500}',
    Image: 'C:\\Windows\\a.exe',
  };
  return {
    eventId,
    host: 'ODD-03',
    utc,
    logged: utc,
    recordId: 700 + index,
    fields: { ...known, ...fields },
  };
});
