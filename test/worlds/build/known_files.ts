/** Version resource of a program file as Sysmon copies it into events 1 and 7. */
export interface FileFacts {
  readonly version: string;
  readonly description: string;
  readonly product: string;
  readonly company: string;
  readonly original: string;
}

const WINDOWS = {
  version: '10.0.17763.1 (WinBuild.160101.0800)',
  product: 'Microsoft® Windows® Operating System',
  company: 'Microsoft Corporation',
};
const OFFICE = {
  version: '16.0.4266.1001',
  product: 'Microsoft Office 2016',
  company: 'Microsoft Corporation',
};

const windows = (description: string, original: string): FileFacts => ({ ...WINDOWS, description, original });
const office = (description: string, original: string): FileFacts => ({ ...OFFICE, description, original });

/** By file name in lower case. Programs of Windows, Office and the usual company desktop. */
export const KNOWN_FILES: ReadonlyMap<string, FileFacts> = new Map(
  Object.entries({
    'cmd.exe': windows('Windows Command Processor', 'Cmd.Exe'),
    'conhost.exe': windows('Console Window Host', 'CONHOST.EXE'),
    'powershell.exe': windows('Windows PowerShell', 'PowerShell.EXE'),
    'wscript.exe': windows('Microsoft ® Windows Based Script Host', 'wscript.exe'),
    'cscript.exe': windows('Microsoft ® Console Based Script Host', 'cscript.exe'),
    'rundll32.exe': windows('Windows host process (Rundll32)', 'RUNDLL32.EXE'),
    'regsvr32.exe': windows('Microsoft(C) Register Server', 'REGSVR32.EXE'),
    'explorer.exe': windows('Windows Explorer', 'EXPLORER.EXE'),
    'svchost.exe': windows('Host Process for Windows Services', 'svchost.exe'),
    'services.exe': windows('Services and Controller app', 'services.exe'),
    'lsass.exe': windows('Local Security Authority Process', 'lsass.exe'),
    'smss.exe': windows('Windows Session Manager', 'smss.exe'),
    'csrss.exe': windows('Client Server Runtime Process', 'CSRSS.Exe'),
    'wininit.exe': windows('Windows Start-Up Application', 'WinInit.exe'),
    'winlogon.exe': windows('Windows Logon Application', 'WINLOGON.EXE'),
    'userinit.exe': windows('Userinit Logon Application', 'USERINIT.EXE'),
    'dwm.exe': windows('Desktop Window Manager', 'dwm.exe'),
    'taskhostw.exe': windows('Host Process for Windows Tasks', 'taskhostw.exe'),
    'taskhost.exe': windows('Host Process for Windows Tasks', 'taskhost.exe'),
    'dllhost.exe': windows('COM Surrogate', 'dllhost.exe'),
    'runtimebroker.exe': windows('Runtime Broker', 'RuntimeBroker.exe'),
    'backgroundtaskhost.exe': windows('Background Task Host', 'backgroundTaskHost.exe'),
    'searchindexer.exe': windows('Microsoft Windows Search Indexer', 'SearchIndexer.exe'),
    'searchprotocolhost.exe': windows('Microsoft Windows Search Protocol Host', 'SearchProtocolHost.exe'),
    'searchfilterhost.exe': windows('Microsoft Windows Search Filter Host', 'SearchFilterHost.exe'),
    'spoolsv.exe': windows('Spooler SubSystem App', 'spoolsv.exe'),
    'wmiprvse.exe': windows('WMI Provider Host', 'Wmiprvse.exe'),
    'tiworker.exe': windows('Windows Modules Installer Worker', 'TiWorker.exe'),
    'trustedinstaller.exe': windows('Windows Modules Installer', 'TrustedInstaller.exe'),
    'wuauclt.exe': windows('Windows Update', 'wuauclt.exe'),
    'usoclient.exe': windows('UsoClient', 'UsoClient'),
    'notepad.exe': windows('Notepad', 'NOTEPAD.EXE'),
    'nslookup.exe': windows('nslookup', 'nslookup.exe'),
    'ping.exe': windows('TCP/IP Ping Command', 'ping.exe'),
    'ipconfig.exe': windows('IP Configuration Utility', 'ipconfig.exe'),
    'net.exe': windows('Net Command', 'net.exe'),
    'gpupdate.exe': windows('Microsoft® Group Policy Update Utility', 'GPUpdate.exe'),
    'splwow64.exe': windows('Print driver host for applications', 'splwow64.exe'),
    'logonui.exe': windows('Windows Logon User Interface Host', 'logonui.exe'),
    'calc.exe': windows('Windows Calculator', 'CALC.EXE'),
    'iexplore.exe': {
      ...WINDOWS,
      description: 'Internet Explorer',
      product: 'Internet Explorer',
      original: 'IEXPLORE.EXE',
    },
    'msmpeng.exe': windows('Antimalware Service Executable', 'MsMpEng.exe'),
    'mpcmdrun.exe': windows('Microsoft Malware Protection Command Line Utility', 'MpCmdRun.exe'),
    'outlook.exe': office('Microsoft Outlook', 'Outlook.exe'),
    'winword.exe': office('Microsoft Word', 'WinWord.exe'),
    'excel.exe': office('Microsoft Excel', 'Excel.exe'),
    'officeclicktorun.exe': office('Microsoft Office Click-to-Run (SxS)', 'OfficeClickToRun.exe'),
    'chrome.exe': {
      version: '75.0.3770.100',
      description: 'Google Chrome',
      product: 'Google Chrome',
      company: 'Google LLC',
      original: 'chrome.exe',
    },
    'googleupdate.exe': {
      version: '1.3.34.11',
      description: 'Google Installer',
      product: 'Google Update',
      company: 'Google LLC',
      original: 'GoogleUpdate.exe',
    },
    'firefox.exe': {
      version: '68.0',
      description: 'Firefox',
      product: 'Firefox',
      company: 'Mozilla Corporation',
      original: 'firefox.exe',
    },
    'sysmon64.exe': {
      version: '15.15',
      description: 'System activity monitor',
      product: 'Sysinternals Sysmon',
      company: 'Sysinternals - www.sysinternals.com',
      original: '-',
    },
    'ntdll.dll': windows('NT Layer DLL', 'ntdll.dll'),
    'kernel32.dll': windows('Windows NT BASE API Client DLL', 'kernel32'),
    'kernelbase.dll': windows('Windows NT BASE API Client DLL', 'Kernelbase'),
    'user32.dll': windows('Multi-User Windows USER API Client DLL', 'user32'),
    'advapi32.dll': windows('Advanced Windows 32 Base API', 'advapi32.dll'),
    'rpcrt4.dll': windows('Remote Procedure Call Runtime', 'rpcrt4.dll'),
    'combase.dll': windows('Microsoft COM for Windows', 'COMBASE.DLL'),
    'ws2_32.dll': windows('Windows Socket 2.0 32-Bit DLL', 'ws2_32.dll'),
    'winhttp.dll': windows('Windows HTTP Services', 'winhttp.dll'),
    'crypt32.dll': windows('Crypto API32', 'CRYPT32.DLL'),
    'jscript.dll': windows('Microsoft ® JScript', 'jscript.dll'),
    'wbemcomn.dll': windows('WMI', 'wbemcomn.dll'),
    'amsi.dll': windows('Anti-Malware Scan Interface', 'amsi.dll'),
    'vbe7.dll': office('Visual Basic Environment', 'VBE7.DLL'),
    'system.management.automation.ni.dll': windows(
      'System.Management.Automation',
      'System.Management.Automation.dll',
    ),
  }),
);
