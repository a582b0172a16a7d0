import type { MessageId } from '../messages/english';

export interface ShortcutRow {
  readonly keys: string;
  readonly does: MessageId;
}

export const SHORTCUTS_EVERYWHERE: readonly ShortcutRow[] = [
  { keys: '/', does: 'sysmonTrail.frame.keyFind' },
  { keys: '?', does: 'sysmonTrail.frame.keyHelp' },
  { keys: 'g o', does: 'sysmonTrail.frame.keyHosts' },
  { keys: 'g p', does: 'sysmonTrail.frame.keyGraph' },
  { keys: 'Esc', does: 'sysmonTrail.frame.keyEscape' },
];

export const SHORTCUTS_GRAPH: readonly ShortcutRow[] = [
  { keys: '← →', does: 'sysmonTrail.graph.keySideways' },
  { keys: '↑ ↓', does: 'sysmonTrail.graph.keyUpDown' },
  { keys: 'Home End', does: 'sysmonTrail.graph.keyHomeEnd' },
  { keys: 'Enter', does: 'sysmonTrail.graph.keyEnter' },
  { keys: 'Space', does: 'sysmonTrail.graph.keySpace' },
  { keys: 'e', does: 'sysmonTrail.graph.keyExpand' },
  { keys: 'Shift+E', does: 'sysmonTrail.graph.keyExpandAll' },
  { keys: '+ − 0', does: 'sysmonTrail.graph.keyZoom' },
  { keys: 'f n N', does: 'sysmonTrail.graph.keyFind' },
  { keys: 't', does: 'sysmonTrail.graph.keyView' },
  { keys: 'l', does: 'sysmonTrail.graph.keyLinks' },
];
