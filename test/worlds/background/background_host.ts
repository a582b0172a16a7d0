import { person, type Account } from '../build/account';
import type { SysmonVersion } from '../build/sysmon_version';

/** A host of the estate and who works there. */
export interface EstateHost {
  readonly name: string;
  readonly machine: string;
  readonly ip: string;
  readonly sysmon: SysmonVersion;
  readonly account: Account;
}

/** The five hosts: two of source 001, two of source 000, and a present one with everything that Sysmon records today. */
export const ESTATE_HOSTS: readonly EstateHost[] = [
  {
    name: 'Win7_64JP_01',
    machine: '6d1f0b27',
    ip: '192.168.1.21',
    sysmon: '7.01',
    account: person('EX\\urawa.saitama', '0x2f81c'),
  },
  {
    name: 'Win10_64JP_04',
    machine: 'b80c4e55',
    ip: '192.168.1.24',
    sysmon: '7.01',
    account: person('EX\\chiyoda.tokyo', '0x41d77'),
  },
  {
    name: 'DESKTOP-XXXXXXXX',
    machine: '22052e76',
    ip: '192.168.0.134',
    sysmon: '10.42',
    account: person('DESKTOP-XXXXXXXX\\foo', '0x57708'),
  },
  {
    name: 'WIN-V6BHBTO1QK6',
    machine: 'c1e07a3d',
    ip: '192.168.0.135',
    sysmon: '10.42',
    account: person('WIN-V6BHBTO1QK6\\foo', '0x1d2ab'),
  },
  {
    name: 'PC-SALES-07',
    machine: '3f2c91aa',
    ip: '192.168.1.57',
    sysmon: '15.15',
    account: person('EX\\yokohama.minato', '0x5a3f1'),
  },
];
