import { archivesOf, isArchive } from './archive_names';
import { compareContent, contentHashes } from './content_hash';
import { foldPath, streamOf, withoutStream } from './file_path';

const ONE = 'SHA1=802E35111F0BB82E162CB82EB139877A13469B2C';
const TWO = 'SHA256=E9196B871670AF6307902FC4CA09F7CF3C309AE54B28E10D052ED8741090F928';

describe('paths', () => {
  it.each([
    'C:\\Users\\A\\X.EXE',
    '\\\\?\\c:\\users\\a\\x.exe',
    '\\??\\C:\\Users\\a\\x.exe',
    'c:/users/a/x.exe',
  ])('%s is one file', (path) => expect(foldPath(path)).toBe('c:\\users\\a\\x.exe'));
  it('a share in both ways of writing', () => {
    expect(foldPath('\\\\?\\UNC\\Srv\\c$\\x')).toBe(foldPath('\\\\srv\\C$\\X'));
  });
  it('8.3 names are not guessed', () => {
    expect(foldPath('C:\\Users\\PEDRO~1.GUS\\x')).not.toBe(foldPath('C:\\Users\\pedro.gustavo\\x'));
  });
  it('a stream is told from the drive', () => {
    expect([streamOf('C:\\a.zip:Zone.Identifier'), withoutStream('C:\\a.zip:Zone.Identifier')]).toEqual([
      'Zone.Identifier',
      'C:\\a.zip',
    ]);
    expect([streamOf('C:\\a.zip'), streamOf('C:a'), withoutStream('C:\\a.zip')]).toEqual([
      undefined,
      undefined,
      'C:\\a.zip',
    ]);
  });
});

describe('content', () => {
  it('the strongest algorithm that both carry decides, in any case', () => {
    const both = contentHashes(`${ONE},${TWO}`);
    expect(compareContent(both, contentHashes(ONE.toLowerCase()))).toEqual({ content: 'same', hash: ONE });
    expect(compareContent(both, contentHashes(`${ONE},SHA256=${'AB'.repeat(32)}`))).toEqual({
      content: 'differs',
    });
  });
  it.each([
    ['IMPHASH alone', 'IMPHASH=B4C6FFF030479AA3B12625BE67BF4914'],
    ['zeros', 'MD5=00000000000000000000000000000000'],
    ['the hash of nothing', 'MD5=D41D8CD98F00B204E9800998ECF8427E'],
    ['Unknown', 'Unknown'],
    ['nothing', undefined],
  ])('%s tells nothing', (_, text) => {
    expect(contentHashes(text)).toEqual([]);
    expect(compareContent(contentHashes(text), contentHashes(text))).toEqual({ content: 'unknown' });
  });
});

describe('archives', () => {
  it.each([
    ['c:\\d\\invoice\\a.js', 'c:\\d\\invoice.zip'],
    ['c:\\d\\invoice\\sub\\a.js', 'c:\\d\\invoice.rar'],
    ['c:\\d\\src\\a.js', 'c:\\d\\src.tar.gz'],
  ])('%s may come from %s', (file, archive) => expect(archivesOf(file).paths).toContain(archive));
  it.each([
    ['c:\\t\\temp1_invoice.zip\\a.js', 'invoice.zip'],
    ['c:\\t\\0f3a5a0e-1111-2222-3333-444455556666_invoice.zip.666\\a.js', 'invoice.zip'],
  ])('%s comes from a %s anywhere', (file, name) => expect(archivesOf(file).names).toEqual([name]));
  it('names no archive where no folder does', () => {
    expect(archivesOf('c:\\t\\temp1_notes.txt\\a.js').names).toEqual([]);
    expect(archivesOf('c:\\a.js')).toEqual({ paths: [], names: [] });
    expect([isArchive('c:\\a.zip'), isArchive('c:\\a.zip.txt')]).toEqual([true, false]);
  });
});
