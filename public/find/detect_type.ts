import { isValid, isValidCIDR } from 'ipaddr.js';
import { guidKey } from '../../common/sysmon/process_guid';

export type FindType = 'guid' | 'hash' | 'ip' | 'cidr' | 'registry' | 'path' | 'file' | 'name' | 'text';

/** What a person typed or pasted, as it was meant: full-width characters made plain, defanged addresses made whole, no quotes around. */
export function cleanInput(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^"([^"]*)"$/, '$1')
    .replace(
      /\[(\.|:|@|dot|at)\]/gi,
      (_, sign: string) => ({ dot: '.', at: '@' })[sign.toLowerCase()] ?? sign,
    )
    .replace(/\[:\/\/\]/g, '://')
    .replace(/\bhxxp(s?):/gi, 'http$1:');
}

const PROGRAM =
  /^[^\\/:*?"<>|]+\.(exe|dll|sys|js|jse|vbs|vbe|ps1|psm1|bat|cmd|scr|hta|msi|lnk|zip|rar|7z|iso|img|doc[xm]?|xls[xmb]?|ppt[xm]?|pdf|tmp|dat|bin|txt|cpl|ocx|wsf|py|jar|chm|cab|evtx|dmp)$/i;

/** In this order; the first that fits decides. A new type is a row here and one in find_predicate. */
const TESTS: readonly { readonly type: FindType; readonly fits: (text: string) => boolean }[] = [
  { type: 'guid', fits: (text) => guidKey(text) !== undefined },
  { type: 'hash', fits: (text) => /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) },
  // ipaddr.js takes "1" and "0x7f.1" too; people who type these mean text
  { type: 'ip', fits: (text) => (/^\d+(\.\d+){3}$/.test(text) || text.includes(':')) && isValid(text) },
  { type: 'cidr', fits: (text) => /^\d+(\.\d+){3}\/|:.*\//.test(text) && isValidCIDR(text) },
  { type: 'registry', fits: (text) => /^(HK(LM|U|CU|CR|CC|EY_\w+))\\/i.test(text) },
  { type: 'path', fits: (text) => /^([a-z]:)?\\/i.test(text) },
  { type: 'file', fits: (text) => PROGRAM.test(text) },
  { type: 'name', fits: (text) => /^[\w-]+(\.[\w-]+)+\.?$/.test(text) && /\.[a-z][\w-]*\.?$/i.test(text) },
];

/** What a cleaned text is. */
export const detectType = (text: string): FindType => TESTS.find(({ fits }) => fits(text))?.type ?? 'text';
