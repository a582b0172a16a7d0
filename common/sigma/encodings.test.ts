import fc from 'fast-check';
import { base64, base64AtAnyOffset, utf16, utf8 } from './encodings';

describe('encodings of Sigma values', () => {
  it('writes base64 as everybody does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('writes UTF-16 in both orders, and with a mark', () => {
    expect([...utf16('aé', 'utf16le')]).toEqual([0x61, 0, 0xe9, 0]);
    expect([...utf16('aé', 'utf16be')]).toEqual([0, 0x61, 0, 0xe9]);
    expect([...utf16('a', 'utf16')]).toEqual([0xff, 0xfe, 0x61, 0]);
  });

  it('finds a text in base64 wherever it stands in the plain text', () => {
    const around = fc.uint8Array({ maxLength: 9 });
    fc.assert(
      fc.property(around, fc.string({ minLength: 3, maxLength: 20 }), around, (before, text, after) => {
        const whole = Buffer.concat([before, Buffer.from(text), after]).toString('base64');
        expect(base64AtAnyOffset(utf8(text)).some((form) => whole.includes(form))).toBe(true);
      }),
    );
  });

  it("gives the three forms of Sigma's own example", () => {
    expect(base64AtAnyOffset(utf8('http://'))).toEqual(['aHR0cDovL', 'h0dHA6Ly', 'odHRwOi8v']);
  });
});
