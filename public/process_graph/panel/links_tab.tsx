import React from 'react';
import { EuiLink } from '@elastic/eui';
import type { FileHop, HopEnd } from '../../../common/api/file_hops';
import type { ProcessKey } from '../../../common/sysmon/process_guid';
import { useApp } from '../../app_context';
import { eventName } from '../../components/event_name';
import { EventTimeText, useTimeHeader, useTimeText } from '../../components/event_time';
import { ValueText } from '../../components/value_text';
import { middlePath } from '../../text/middle_cut';
import { visibleText } from '../../text/visible_text';
import { contentText, EVIDENCE } from '../model/hop_texts';
import type { GraphModel } from '../use_graph_model';
import type { TabProps } from './tab_props';

const LONGEST_PATH = 160;

/** All file hops of the process: the file, how they are known, both ends with their documents. */
export function LinksTab({ node, model }: TabProps): JSX.Element {
  const { t } = useApp();
  const zone = useTimeHeader();
  const hops = model.hopsOf(node.id);
  if (!model.tree.origin) return <p>{t('sysmonTrail.graph.hopsOfForest')}</p>;
  if (hops.length === 0) return <p>{t('sysmonTrail.graph.hopsNone')}</p>;
  return (
    <table className="sysmonTrailEvents">
      <caption>
        {t('sysmonTrail.graph.hopsCaption')} ({zone})
      </caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: '46%' }}>
            {t('sysmonTrail.graph.hopFile')}
          </th>
          <th scope="col">{t('sysmonTrail.graph.hopEnds')}</th>
        </tr>
      </thead>
      <tbody>
        {hops.map((hop) => (
          <tr key={hop.id}>
            <td>
              <FileCell hop={hop} />
            </td>
            <td>
              <strong>{t('sysmonTrail.graph.hopWritten')}</strong>
              <End {...{ model, here: node.id }} process={hop.from} end={hop.written} />
              <strong>{t('sysmonTrail.graph.hopUsed')}</strong>
              <End {...{ model, here: node.id }} process={hop.to} end={hop.used} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The path, how the hop is known, and where the file came from. */
function FileCell({ hop }: { readonly hop: FileHop }): JSX.Element {
  const { t } = useApp();
  const { url, zone } = hop.download ?? {};
  const lines = [
    `${t('sysmonTrail.graph.hopBy')}: ${t(EVIDENCE[hop.by])}`,
    contentText(hop, t),
    ...(url === undefined ? [] : [t('sysmonTrail.graph.hopDownload', { url: visibleText(url) })]),
    ...(zone === undefined ? [] : [t('sysmonTrail.graph.hopZone', { zone: visibleText(zone) })]),
    ...(hop.also_written_by_total > 0
      ? [t('sysmonTrail.graph.hopAlso', { count: hop.also_written_by_total })]
      : []),
  ];
  return (
    <div className="sysmonTrailWrap">
      <ValueText mono value={middlePath(hop.written.path, LONGEST_PATH)} />
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

interface EndProps {
  readonly model: GraphModel;
  /** The process whose panel this is. */
  readonly here: ProcessKey;
  readonly process: ProcessKey;
  readonly end: HopEnd;
}

/** One end: the process, which a click goes to, the event, which a click opens as it is stored, and its time. */
function End({ model, here, process, end }: EndProps): JSX.Element {
  const { t, change } = useApp();
  const time = useTimeText();
  const node = model.tree.byId.get(process);
  const event = eventName(end.event_id, t);
  const name = node ? model.cardOf(node).name : t('sysmonTrail.graph.hopNotDrawn', { guid: process });
  return (
    <div className="sysmonTrailWrap">
      {node && process !== here ? (
        <EuiLink onClick={() => model.goTo(node)} aria-label={t('sysmonTrail.graph.hopGoTo', { name })}>
          <bdi dir="ltr">{name}</bdi>
        </EuiLink>
      ) : (
        <bdi dir="ltr">{name}</bdi>
      )}
      <div>
        <EventTimeText time={end.time} />
      </div>
      <EuiLink
        onClick={() => change({ ev: end.event, tab: 'raw' }, 'push')}
        aria-label={t('sysmonTrail.graph.hopOpen', { event, time: time(end.time.ms) })}
      >
        {event}
      </EuiLink>
    </div>
  );
}
