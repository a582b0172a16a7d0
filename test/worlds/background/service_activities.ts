import { hashesOf } from '../build/file_facts';
import { SYSTEM32, runProgram, type Activity, type Scene } from './scene';

/** What Windows and its updaters do by themselves. */
export const SERVICE_ACTIVITIES: readonly Activity[] = [
  { name: 'scheduled task', weight: 6, run: scheduledTask },
  { name: 'indexing', weight: 4, run: indexing },
  { name: 'Windows update', weight: 1, run: windowsUpdate },
  { name: 'Google update', weight: 2, run: googleUpdate },
  { name: 'virus scan', weight: 3, run: virusScan },
  { name: 'handles', weight: 22, run: handles },
  { name: 'registry', weight: 16, run: registry },
  { name: 'name lookups', weight: 5, run: nameLookups },
  { name: 'WMI provider', weight: 1, run: wmiProvider },
  { name: 'inventory', weight: 1, run: inventory },
  { name: 'rare', weight: 0.4, run: rare },
];

const TASKS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['taskhostw.exe', 'taskhostw.exe SYSTEM'],
  [
    'backgroundTaskHost.exe',
    '"C:\\Windows\\system32\\backgroundTaskHost.exe" -ServerName:App.AppXmtcan0h2tfbfy7k9kn8hbxb6dmzz1zh0.mca',
  ],
  ['RuntimeBroker.exe', 'C:\\Windows\\System32\\RuntimeBroker.exe -Embedding'],
  ['dllhost.exe', 'C:\\Windows\\system32\\DllHost.exe /Processid:{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}'],
  ['gpupdate.exe', 'gpupdate.exe /target:computer'],
];

function scheduledTask(scene: Scene, at: number): void {
  const [image, commandLine] = scene.random.pick(TASKS);
  runProgram(scene, {
    from: scene.tree.svchost.netsvcs,
    at,
    lasts: scene.random.between(800, 240_000),
    image: `${SYSTEM32}\\${image}`,
    commandLine,
  });
}

function indexing(scene: Scene, at: number): void {
  const { indexer } = scene.tree;
  for (const [name, delay] of [
    ['SearchProtocolHost.exe', 0],
    ['SearchFilterHost.exe', 210],
  ] as const) {
    const child = runProgram(scene, {
      from: indexer,
      at: at + delay,
      lasts: 62_000,
      image: `${SYSTEM32}\\${name}`,
      commandLine: `"${SYSTEM32}\\${name}" Global\\UsGthrFltPipeMssGthrPipe${scene.random.between(1, 900)}_`,
    });
    child.pipe({ at: at + delay + 90, name: '\\SearchTextHarvester', how: 'connects' });
  }
}

function windowsUpdate(scene: Scene, at: number): void {
  const { tree, random } = scene;
  runProgram(scene, {
    from: tree.svchost.netsvcs,
    at,
    lasts: 3_000,
    image: `${SYSTEM32}\\UsoClient.exe`,
    commandLine: `${SYSTEM32}\\usoclient.exe StartScan`,
  });
  const installer = runProgram(scene, {
    from: tree.services,
    at: at + 4_000,
    lasts: 400_000,
    image: 'C:\\Windows\\servicing\\TrustedInstaller.exe',
  });
  const worker = runProgram(scene, {
    from: tree.svchost.DcomLaunch,
    at: at + 5_000,
    lasts: 390_000,
    image: 'C:\\Windows\\WinSxS\\amd64_microsoft-windows-servicingstack_31bf3856ad364e35\\TiWorker.exe',
    commandLine: 'TiWorker.exe -Embedding',
  });
  for (let i = 0; i < 12; i += 1) {
    const file = `C:\\Windows\\SoftwareDistribution\\Download\\${random.hex(32)}\\component_${i}.dll`;
    worker.writes({ at: at + 8_000 + i * 400, file }).createsKey({
      at: at + 8_050 + i * 400,
      key: `HKLM\\COMPONENTS\\DerivedData\\Components\\${random.hex(16)}`,
    });
    worker.act(23, at + 60_000 + i * 90, {
      TargetFilename: file,
      Hashes: hashesOf(file),
      IsExecutable: 'true',
      Archived: 'false',
    });
  }
  installer.act(28, at + 90_000, {
    TargetFilename: 'C:\\Windows\\Temp\\cab_1_2.tmp',
    Hashes: hashesOf('cab'),
    IsExecutable: 'false',
  });
}

function googleUpdate(scene: Scene, at: number): void {
  const image = 'C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe';
  const updater = runProgram(scene, {
    from: scene.tree.svchost.netsvcs,
    at,
    lasts: 9_000,
    image,
    commandLine: `"${image}" /ua /installsource scheduler`,
  });
  updater.asksName({ at: at + 700, name: 'update.googleapis.example', results: '-', status: 9701 }).connects({
    at: at + 900,
    ip: '192.168.1.200',
    port: 8080,
    name: 'proxy.ex.example',
    portName: 'http-alt',
  });
  runProgram(scene, { from: updater, at: at + 1_200, lasts: 5_000, image, commandLine: `"${image}" /c` });
}

function virusScan(scene: Scene, at: number): void {
  const { defender, lsass, explorer } = scene.tree;
  defender
    .act(9, at, { Device: '\\Device\\HarddiskVolume2' })
    .opens(lsass, { at: at + 5, access: '0x1010' })
    .opens(explorer, { at: at + 9, access: '0x1000' });
  if (scene.random.chance(0.2))
    runProgram(scene, {
      from: defender,
      at: at + 400,
      lasts: 20_000,
      image: 'C:\\Program Files\\Windows Defender\\MpCmdRun.exe',
      commandLine: '"C:\\Program Files\\Windows Defender\\MpCmdRun.exe" SpyNetServiceDss -RestrictPrivileges',
    });
}

function handles({ tree, random }: Scene, at: number): void {
  const sources = [tree.svchost.netsvcs, tree.svchost.LocalService, tree.csrss, tree.services] as const;
  const targets = [
    tree.lsass,
    tree.explorer,
    tree.chrome,
    tree.outlook,
    tree.svchost.RPCSS,
    tree.spooler,
  ] as const;
  for (let i = random.between(4, 12); i > 0; i -= 1)
    random.pick(sources).opens(random.pick(targets), {
      at: at + random.between(0, 900),
      access: random.pick(['0x1000', '0x1400', '0x1410', '0x40']),
    });
}

function registry({ tree, random, hku }: Scene, at: number): void {
  const process = random.pick([
    tree.svchost.netsvcs,
    tree.svchost.UnistackSvcGroup,
    tree.explorer,
    tree.services,
  ]);
  for (let i = random.between(2, 8); i > 0; i -= 1) {
    const key = random.pick([
      `HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings\\${random.hex(4)}`,
      `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Diagnostics\\${random.hex(4)}`,
      `${hku}\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\UserAssist\\${random.hex(8)}`,
    ]);
    process.createsKey({ at: at + i * 7, key });
    if (random.chance(0.6))
      process.setsValue({
        at: at + i * 7 + 2,
        key: `${key}\\Value`,
        details: random.pick([
          'DWORD (0x00000001)',
          'Binary Data',
          '(Empty)',
          'QWORD (0x01d5e681-0x9b2a1f00)',
        ]),
      });
  }
  if (random.chance(0.1))
    process.act(12, at + 90, {
      EventType: 'DeleteValue',
      TargetObject: `${hku}\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SessionInfo\\1`,
    });
}

const LOOKUPS: readonly [readonly [string, string, number], ...(readonly [string, string, number])[]] = [
  ['wpad', '-', 9003],
  ['_ldap._tcp.dc._msdcs.ex.example', 'type:  33 dc01.ex.example;192.168.1.2;', 0],
  ['settings-win.data.example', 'type:  5 settings.data.example;::ffff:203.0.113.9;', 0],
  ['isatap.ex.example.', '-', 9003],
  ['time.windows.example', '::ffff:203.0.113.123;', 0],
  ['dc01', 'fe80::1d2:33ff:fe44:5566;::ffff:192.168.1.2;', 0],
  ['ctldl.windowsupdate.example', '-', 1460],
];

function nameLookups({ tree, random }: Scene, at: number): void {
  for (let i = random.between(1, 3); i > 0; i -= 1) {
    const [name, results, status] = random.pick(LOOKUPS);
    random
      .pick([tree.svchost.NetworkService, tree.svchost.netsvcs, tree.outlook])
      .asksName({ at: at + i * 40, name, results, status });
  }
}

function wmiProvider(scene: Scene, at: number): void {
  const provider = runProgram(scene, {
    from: scene.tree.svchost.DcomLaunch,
    at,
    lasts: 90_000,
    image: `${SYSTEM32}\\wbem\\WmiPrvSE.exe`,
    commandLine: 'C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding',
  });
  provider.pipe({ at: at + 60, name: '\\wkssvc', how: 'connects' });
}

function inventory(scene: Scene, at: number): void {
  const image = `${SYSTEM32}\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const powershell = runProgram(scene, {
    from: scene.tree.svchost.netsvcs,
    at,
    lasts: 15_000,
    image,
    commandLine: 'powershell.exe -NoProfile -File "C:\\ProgramData\\Inventory\\inventory.ps1"',
  });
  powershell
    .pipe({
      at: at + 300,
      name: `\\PSHost.${at}.${powershell.pid}.DefaultAppDomain.powershell`,
      how: 'creates',
    })
    .writes({ at: at + 420, file: 'C:\\Windows\\Temp\\__PSScriptPolicyTest_abcd1234.ps1' })
    .writes({ at: at + 9_000, file: 'C:\\ProgramData\\Inventory\\result.json' })
    .loads({ at: at + 350, file: `${SYSTEM32}\\amsi.dll` });
}

/** Event kinds that hardly ever come. */
function rare({ host, tree, random, hku }: Scene, at: number): void {
  tree.explorer
    .act(14, at, {
      EventType: 'RenameKey',
      TargetObject: `${hku}\\Software\\Example\\Old`,
      NewName: `${hku}\\Software\\Example\\New`,
    })
    .act(25, at + 50, { Type: 'Image is locked for access' })
    .act(27, at + 70, {
      TargetFilename: `C:\\Users\\Public\\blocked_${random.between(1, 9)}.exe`,
      Hashes: hashesOf('blocked.exe'),
    });
  tree.csrss.injects(tree.chrome, {
    at: at + 200,
    address: '0x00007FFB8E1C2A30',
    module: `${SYSTEM32}\\kernel32.dll`,
  });
  host.event({
    id: 255,
    at: at + 300,
    fields: { ID: 'DriverCommunication', Description: 'Failed to retrieve events' },
  });
}
