import IntlMessageFormat from 'intl-messageformat';
import { ENGLISH, type MessageId } from './english';

export type MessageValues = Readonly<Record<string, string | number>>;
/** The one way to a text on the screen: message id and values -> text in the language of the host. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Locale = 'en' | 'ja';

/** One table a language. What a table lacks is shown in English. */
const TABLES: Readonly<Record<Locale, Partial<Record<MessageId, string>>>> = { en: ENGLISH, ja: {} };

export function createTranslate(locale: Locale): Translate {
  const parsed = new Map<MessageId, IntlMessageFormat>();
  return (id, values) => {
    const known =
      parsed.get(id) ??
      new IntlMessageFormat(TABLES[locale][id] ?? ENGLISH[id], locale, undefined, { ignoreTag: true });
    parsed.set(id, known);
    // Strings in, string out; parts of another kind exist only where tags are allowed.
    return String(known.format(values));
  };
}
