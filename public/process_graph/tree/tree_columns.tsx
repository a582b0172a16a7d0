import React from 'react';
import type { ReactNode } from 'react';
import type { MessageId } from '../../messages/english';
import { middleCut } from '../../text/middle_cut';
import { compactCount } from '../../text/format_number';
import type { Card } from '../model/card';
import type { TreeNode } from '../model/process_tree';

interface CellContext {
  readonly card: Card;
  readonly time: (ms: number | undefined) => string;
  /** Letters that the column of command lines has room for. */
  readonly letters: number;
  /** File hops of the process, counted. */
  readonly links: string;
}

export interface TreeColumn {
  readonly title: MessageId;
  readonly width: number;
  readonly grow?: number;
  readonly align?: 'right';
  readonly isTime?: true;
  readonly cell: (node: TreeNode, context: CellContext) => ReactNode;
}

/** The columns of the tree twin. A new column is a row here. */
export const TREE_COLUMNS: readonly TreeColumn[] = [
  {
    title: 'sysmonTrail.graph.columnProcess',
    width: 270,
    grow: 1,
    cell: (_, { card }) => <ProcessCell card={card} />,
  },
  {
    title: 'sysmonTrail.graph.columnStart',
    width: 186,
    isTime: true,
    cell: ({ process }, { time }) => <Time text={time(process.start?.ms)} />,
  },
  {
    title: 'sysmonTrail.graph.columnEnd',
    width: 186,
    isTime: true,
    cell: ({ process }, { time }) => <Time text={time(process.end?.ms)} />,
  },
  {
    title: 'sysmonTrail.shared.columnUser',
    width: 135,
    cell: (_, { card }) => <bdi dir="ltr">{card.user ?? '—'}</bdi>,
  },
  {
    title: 'sysmonTrail.graph.columnCommandLine',
    width: 240,
    grow: 2,
    cell: (_, { card, letters }) => <CommandLine text={card.commandLine} letters={letters} />,
  },
  { title: 'sysmonTrail.graph.columnEvents', width: 70, align: 'right', cell: ({ events }) => events },
  { title: 'sysmonTrail.graph.columnLinks', width: 120, cell: (_, { links }) => links },
  {
    title: 'sysmonTrail.graph.tabActivity',
    width: 200,
    cell: (_, { card }) => card.badges.map(({ code, count }) => `${code} ${compactCount(count)}`).join('  '),
  },
];

const ProcessCell = ({ card }: { readonly card: Card }): JSX.Element => {
  const marks = [card.elevation, ...card.tags].filter(Boolean);
  return (
    <>
      <bdi dir="ltr" style={card.inferred || card.unknown ? { fontStyle: 'italic' } : undefined}>
        <strong>{card.name}</strong>
        {card.pid !== undefined && ` · ${card.pid}`}
      </bdi>
      {marks.length > 0 && ` [${marks.join(', ')}]`}
    </>
  );
};

const Time = ({ text }: { readonly text: string }): JSX.Element => (
  <span className="sysmonTrailTime">{text}</span>
);

const CommandLine = ({
  text,
  letters,
}: {
  readonly text: string | undefined;
  readonly letters: number;
}): JSX.Element => (
  <bdi dir="ltr" className="sysmonTrailMono">
    {text === undefined ? '—' : middleCut(text, letters)}
  </bdi>
);

/** 13 px monospace. */
const MONO_PX = 7.9;

/** How many letters of a command line a tree of this width shows: its column gets its own width and its share of what is left over. */
export function commandLetters(width: number): number {
  const left = Math.max(0, width - TREE_COLUMNS.reduce((sum, column) => sum + column.width, 0));
  const shares = TREE_COLUMNS.reduce((sum, { grow = 0 }) => sum + grow, 0);
  const own = TREE_COLUMNS.find(({ title }) => title === 'sysmonTrail.graph.columnCommandLine');
  return Math.floor(((own?.width ?? 0) + (left * (own?.grow ?? 0)) / shares - 10) / MONO_PX);
}
