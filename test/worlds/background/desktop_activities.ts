import { hashesOf } from '../build/file_facts';
import { SYSTEM32, runProgram, type Activity, type Scene } from './scene';

const PROXY = { ip: '192.168.1.200', port: 8080, name: 'proxy.ex.example', portName: 'http-alt' };
const SITES: readonly [string, ...string[]] = [
  'www.example.com',
  'news.example.jp',
  'intranet.ex.example',
  'maps.example.org',
  'video.example.net',
  'xn--wgv71a.example',
  'cdn.example.net',
  'www.example.co.jp',
  'login.example.com',
];
const DOCUMENTS: readonly [string, ...string[]] = [
  'budget.xlsx',
  'minutes.docx',
  'plan_2.docx',
  'price list.xlsx',
  '見積書.docx',
  'notes.txt',
];

/** What people do at a desk. */
export const DESKTOP_ACTIVITIES: readonly Activity[] = [
  { name: 'browse', weight: 14, run: browse },
  { name: 'mail', weight: 8, run: mail },
  { name: 'document', weight: 6, run: document },
  { name: 'download', weight: 1, run: download },
  { name: 'clipboard', weight: 2, run: clipboard },
  { name: 'console', weight: 1, run: console },
];

function browse(scene: Scene, at: number): void {
  const { tree, random, home } = scene;
  const site = random.pick(SITES);
  const tab = runProgram(scene, {
    from: tree.chrome,
    at,
    lasts: random.between(20_000, 900_000),
    image: tree.chrome.image,
    commandLine: `"${tree.chrome.image}" --type=renderer --field-trial-handle=${random.between(1000, 9999)},${random.hex(16)} --lang=ja --renderer-client-id=${random.between(3, 400)}`,
  });
  tree.chrome
    .asksName({
      at: at + 120,
      name: site,
      results: `type:  5 edge.${site};::ffff:198.51.100.${random.between(1, 250)};`,
    })
    .connects({ at: at + 180, ...PROXY })
    .writes({
      at: at + 700,
      file: `${home}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\f_00${random.hex(4)}`,
    });
  tab.pipe({
    at: at + 40,
    name: `\\mojo.${tree.chrome.pid}.${random.between(1000, 9999)}.${random.hex(16)}`,
    how: 'connects',
  });
  if (random.chance(0.3))
    tree.chrome.act(23, at + 900, {
      TargetFilename: `${home}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\f_00${random.hex(4)}`,
      Hashes: hashesOf(random.hex(6)),
      IsExecutable: 'false',
      Archived: 'true',
    });
}

function mail({ tree, random, home, hku }: Scene, at: number): void {
  tree.outlook
    .asksName({ at, name: 'mail.ex.example', results: '::ffff:192.168.1.10;' })
    .connects({ at: at + 30, ip: '192.168.1.10', port: 993, name: 'mail.ex.example', portName: 'imaps' })
    .writes({ at: at + 400, file: `${home}\\AppData\\Local\\Microsoft\\Outlook\\~ex.ost.tmp` })
    .setsValue({
      at: at + 420,
      key: `${hku}\\Software\\Microsoft\\Office\\16.0\\Outlook\\Search\\LastSync`,
      details: `DWORD (0x${random.hex(8)})`,
    });
}

function document(scene: Scene, at: number): void {
  const { tree, random, home, hku } = scene;
  const name = random.pick(DOCUMENTS);
  const program = name.endsWith('.txt')
    ? `${SYSTEM32}\\notepad.exe`
    : `C:\\Program Files\\Microsoft Office\\Office16\\${name.endsWith('.xlsx') ? 'EXCEL.EXE' : 'WINWORD.EXE'}`;
  const office = runProgram(scene, {
    from: tree.explorer,
    at,
    lasts: random.between(60_000, 3_000_000),
    image: program,
    commandLine: `"${program}" "${home}\\Documents\\${name}"`,
    cwd: `${home}\\Documents\\`,
  });
  office
    .createsKey({ at: at + 500, key: `${hku}\\Software\\Microsoft\\Office\\16.0\\Common\\Open Find` })
    .setsValue({
      at: at + 520,
      key: `${hku}\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\RecentDocs\\MRUListEx`,
      details: 'Binary Data',
    })
    .writes({ at: at + 1_200, file: `${home}\\AppData\\Roaming\\Microsoft\\Windows\\Recent\\${name}.lnk` })
    .act(2, at + 1_210, {
      TargetFilename: `${home}\\Documents\\~$${name}`,
      CreationUtcTime: '2018-11-02 04:11:09.000',
      PreviousCreationUtcTime: '2018-11-02 04:11:10.412',
    })
    .act(26, at + 40_000, {
      TargetFilename: `${home}\\Documents\\~$${name}`,
      Hashes: hashesOf(name),
      IsExecutable: 'false',
    });
  if (random.chance(0.3))
    runProgram(scene, {
      from: office,
      at: at + 20_000,
      lasts: 30_000,
      image: 'C:\\Windows\\splwow64.exe',
      commandLine: 'C:\\Windows\\splwow64.exe 12288',
    });
}

function download({ tree, random, home }: Scene, at: number): void {
  const file = `${home}\\Downloads\\setup_${random.between(1, 99)}.exe`;
  tree.chrome
    .connects({ at, ...PROXY })
    .writes({
      at: at + 2_000,
      file: `${home}\\Downloads\\Unconfirmed ${random.between(100_000, 999_999)}.crdownload`,
    })
    .writes({ at: at + 9_000, file })
    .marksDownload({
      at: at + 9_040,
      file,
      contents: '[ZoneTransfer]  ZoneId=3  HostUrl=https://downloads.example.com/setup.exe',
    });
}

function clipboard({ tree, random, account }: Scene, at: number): void {
  tree.explorer.act(24, at, {
    Session: '1',
    ClientInfo: `user: ${account.user}`,
    Hashes: hashesOf(random.hex(8)),
    Archived: 'true',
  });
}

function console(scene: Scene, at: number): void {
  const { tree, random } = scene;
  const cmd = runProgram(scene, {
    from: tree.explorer,
    at,
    lasts: 90_000,
    image: `${SYSTEM32}\\cmd.exe`,
    cwd: `${scene.home}\\`,
  });
  runProgram(scene, {
    from: cmd,
    at: at + 30,
    lasts: 90_000,
    image: `${SYSTEM32}\\conhost.exe`,
    commandLine: '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
  });
  const [image, line] = random.pick([
    ['ipconfig.exe', 'ipconfig  /all'],
    ['ping.exe', 'ping  www.example.com'],
    ['net.exe', 'net  use'],
  ]);
  runProgram(scene, {
    from: cmd,
    at: at + 8_000,
    lasts: 4_000,
    image: `${SYSTEM32}\\${image ?? ''}`,
    commandLine: line,
  });
}
