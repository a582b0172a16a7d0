import { guidKey } from '../../common/sysmon/process_guid';
import type { Place } from '../app_context';
import { cleanInput, detectType } from '../find/detect_type';
import type { Translate } from '../messages/translate';
import { middleCut } from '../text/middle_cut';
import { visibleText } from '../text/visible_text';
import type { UrlPatch } from '../url_state';
import { FIND_TYPE_NAMES } from './find_types';

export interface Suggestion {
  readonly text: string;
  readonly to: Place;
}

interface Typed {
  readonly text: string;
  readonly hosts: readonly string[];
  /** Range and hosts that a search keeps. */
  readonly kept: UrlPatch;
}

const MOST_HOSTS = 3;

/** The place that Enter goes to. */
export const searchPlace = ({ text, kept }: Pick<Typed, 'text' | 'kept'>): Place => ({
  path: '/find',
  state: { ...kept, q: cleanInput(text) },
});

/** What else the text may mean: one click, or Down and Enter. The first is what Enter does. */
export function suggestions({ text, hosts, kept }: Typed, t: Translate): readonly Suggestion[] {
  const value = cleanInput(text);
  if (value === '') return [];
  const type = detectType(value);
  const shown = visibleText(middleCut(value, 60));
  const guid = guidKey(value);
  const search: Suggestion = {
    text:
      type === 'text'
        ? t('sysmonTrail.frame.suggestAnyText', { value: shown })
        : t('sysmonTrail.frame.suggestSearch', { value: shown, type: t(FIND_TYPE_NAMES[type]) }),
    to: searchPlace({ text, kept }),
  };
  const graph = guid
    ? [
        {
          text: t('sysmonTrail.frame.suggestGraph', { value: shown }),
          to: { path: '/graph', state: { guid } },
        },
      ]
    : [];
  const lower = value.toLowerCase();
  const fitting = hosts.filter((host) => host.toLowerCase().includes(lower)).slice(0, MOST_HOSTS);
  const { from, to } = kept;
  const openHosts = fitting.map((host) => ({
    text: t('sysmonTrail.frame.suggestHost', { value: visibleText(host) }),
    to: { path: '/graph', state: { host: [host], from, to } },
  }));
  return [search, ...graph, ...openHosts];
}
