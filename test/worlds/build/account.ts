/** Who a process runs as: name as Sysmon writes it, and its logon. */
export interface Account {
  readonly user: string;
  /** As Sysmon writes it, "0x3e7". */
  readonly logonId: string;
  readonly session: number;
  readonly integrity: 'System' | 'High' | 'Medium' | 'Low' | 'AppContainer';
}

/** The three service accounts of Windows, with their fixed logon ids. */
export const SYSTEM: Account = {
  user: 'NT AUTHORITY\\SYSTEM',
  logonId: '0x3e7',
  session: 0,
  integrity: 'System',
};
export const NETWORK_SERVICE: Account = {
  ...SYSTEM,
  user: 'NT AUTHORITY\\NETWORK SERVICE',
  logonId: '0x3e4',
};
export const LOCAL_SERVICE: Account = { ...SYSTEM, user: 'NT AUTHORITY\\LOCAL SERVICE', logonId: '0x3e5' };

/** An ordinary interactive logon. */
export const person = (user: string, logonId: string): Account => ({
  user,
  logonId,
  session: 1,
  integrity: 'Medium',
});
export const elevated = (account: Account): Account => ({ ...account, integrity: 'High' });
