import React from 'react';
import { useApp } from '../../app_context';
import { AppLink } from '../../components/app_link';
import { ValueText } from '../../components/value_text';
import { visibleText } from '../../text/visible_text';

/** `SHA1=..,MD5=..` as Sysmon writes it, one line an algorithm, each a search on all hosts. */
export function HashList({ hashes }: { readonly hashes: string | undefined }): JSX.Element {
  const { t } = useApp();
  const pairs = parseHashes(hashes ?? '');
  if (pairs.length === 0) return <ValueText value={hashes} />;
  return (
    <ul>
      {pairs.map(({ name, value }) => (
        <li key={name}>
          {`${visibleText(name)} `}
          <AppLink
            to={{ path: '/find', state: { q: value } }}
            label={t('sysmonTrail.graph.searchHash', { name: visibleText(name), hash: shortHash(value) })}
          >
            <bdi className="sysmonTrailMono" title={visibleText(value)}>
              {shortHash(value)}
            </bdi>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

export const parseHashes = (text: string): readonly { readonly name: string; readonly value: string }[] =>
  text.split(',').flatMap((part) => {
    const [, name, value] = /^\s*([A-Za-z0-9]+)=([0-9A-Fa-f]+)\s*$/.exec(part) ?? [];
    return name && value ? [{ name: name.toUpperCase(), value: value.toLowerCase() }] : [];
  });

/** Start and end are enough to compare by eye; the link and the title have all of it. */
const shortHash = (value: string): string =>
  value.length > 16 ? `${value.slice(0, 8)}…${value.slice(-4)}` : value;
