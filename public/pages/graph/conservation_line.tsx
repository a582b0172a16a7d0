import React from 'react';
import { EuiText, EuiTextColor } from '@elastic/eui';
import { useApp } from '../../app_context';
import { conservation, type GraphAnswer } from '../../process_graph/model/graph_data';
import { visibleText } from '../../text/visible_text';

/** Every event of host and range is accounted for, in one line. */
export function Conservation({ answer }: { readonly answer: GraphAnswer }): JSX.Element {
  const { t } = useApp();
  const { difference, ...parts } = conservation(answer);
  return (
    <EuiText size="xs" className="sysmonTrailConservation">
      {t('sysmonTrail.graph.conservation', { ...parts, name: visibleText(answer.host) })}
      {difference !== 0 && (
        <EuiTextColor color="danger">
          {' '}
          {t('sysmonTrail.graph.conservationDiffers', { difference })}
        </EuiTextColor>
      )}
    </EuiText>
  );
}
